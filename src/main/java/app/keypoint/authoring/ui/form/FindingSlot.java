package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.ui.FindingWords;
import app.keypoint.content.Finding.Severity;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A place in a form beside which findings are shown. */
@FunctionalInterface
interface FindingSlot {

  /** Shows these instead of what was shown before. */
  void note(List<ItemFinding> findings);

  /** A field: voices read its findings with its label. */
  static FindingSlot beside(HasHelper field) {
    return whenChanged(
        findings ->
            field.setHelperComponent(findings.isEmpty() ? null : list(new Div(), findings)));
  }

  /** A box of their own. */
  static FindingSlot in(Div box) {
    return whenChanged(
        findings -> {
          box.removeAll();
          list(box, findings);
        });
  }

  /** What is shown already is not sent again. */
  private static FindingSlot whenChanged(FindingSlot place) {
    return new FindingSlot() {
      private List<ItemFinding> shown = List.of();

      @Override
      public void note(List<ItemFinding> findings) {
        if (!findings.equals(shown)) {
          shown = findings;
          place.note(findings);
        }
      }
    };
  }

  private static Div list(Div box, List<ItemFinding> findings) {
    findings.forEach(finding -> box.add(finding(finding)));
    return box;
  }

  private static Paragraph finding(ItemFinding finding) {
    boolean error = finding.severity() == Severity.ERROR;
    Paragraph paragraph = new Paragraph();
    Span kind =
        new Span(paragraph.getTranslation(error ? "authoring.error" : "authoring.hint") + " ");
    kind.addClassName("kind");
    paragraph.add(kind, words(finding));
    paragraph.addClassNames("finding", error ? "bad" : "warn");
    return paragraph;
  }

  /** Others are in English, like quiz files. */
  private static Span words(ItemFinding finding) {
    Span message = new Span();
    message.addClassName("message");
    String own = FindingWords.of(finding, message);
    if (own != null) {
      message.setText(own);
      return message;
    }
    message.setText(finding.message() + " ");
    Span words = new Span(message, new Span(finding.advice()));
    words.getElement().setAttribute("lang", "en");
    return words;
  }
}
