package app.keypoint.authoring.ui;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.content.Finding.Severity;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A place in a form beside which findings are shown. */
@FunctionalInterface
interface Noted {

  /** Shows these instead of what was shown before. */
  void note(List<ItemFinding> findings);

  /** A field: voices read its findings with its label. */
  static Noted beside(HasHelper field) {
    return new Noted() {
      private List<ItemFinding> shown = List.of();

      @Override
      public void note(List<ItemFinding> findings) {
        if (!findings.equals(shown)) {
          shown = findings;
          field.setHelperComponent(findings.isEmpty() ? null : list(new Div(), findings));
        }
      }
    };
  }

  /** A box of their own. */
  static Noted in(Div box) {
    return new Noted() {
      private List<ItemFinding> shown = List.of();

      @Override
      public void note(List<ItemFinding> findings) {
        if (!findings.equals(shown)) {
          shown = findings;
          box.removeAll();
          list(box, findings);
        }
      }
    };
  }

  private static Div list(Div box, List<ItemFinding> findings) {
    findings.forEach(finding -> box.add(finding(finding)));
    return box;
  }

  /** Findings are in English, like quiz files. */
  private static Paragraph finding(ItemFinding finding) {
    boolean error = finding.severity() == Severity.ERROR;
    Paragraph paragraph = new Paragraph();
    Span kind =
        new Span(paragraph.getTranslation(error ? "authoring.error" : "authoring.hint") + " ");
    kind.addClassName("kind");
    Span message = new Span(finding.message() + " ");
    message.addClassName("message");
    Span words = new Span(message, new Span(finding.advice()));
    words.getElement().setAttribute("lang", "en");
    paragraph.add(kind, words);
    paragraph.addClassNames("finding", error ? "bad" : "warn");
    return paragraph;
  }
}
