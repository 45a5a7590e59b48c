package app.keypoint.content.ui;

import app.keypoint.content.grading.Confidence;
import app.keypoint.content.grading.ConfidenceTally;
import app.keypoint.content.grading.ConfidenceTally.Verdict;
import app.keypoint.ui.ShareRow;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/**
 * How well being sure and being right agree: a row for each confidence, what that means, and what
 * to do. Of few answers these are counts alone, without shares and a verdict.
 */
public class ConfidenceCard extends Section {

  /**
   * @param about which answers it is about
   * @param sureWrong what to say when something was wrong though sure
   * @param practice where that is practised; empty when nowhere
   */
  public ConfidenceCard(ConfidenceTally tally, String about, String sureWrong, String practice) {
    addClassNames("card", "confidence");
    Paragraph which = new Paragraph(about);
    which.addClassNames("muted", "small");
    Div rows = new Div();
    rows.addClassName("confidence-rows");
    for (Confidence confidence : Confidence.values()) {
      if (tally.answers(confidence) > 0) {
        rows.add(row(confidence, tally));
      }
    }
    add(
        new H2(getTranslation("content.confidence.title")),
        which,
        rows,
        new Paragraph(getTranslation("content.confidence.verdict." + verdict(tally))));
    if (tally.sureWrong() > 0) {
      Paragraph wrong = new Paragraph(sureWrong + " ");
      if (!practice.isEmpty()) {
        wrong.add(new Anchor(practice, getTranslation("content.confidence.practise")));
      }
      add(wrong);
    }
  }

  private static Verdict verdict(ConfidenceTally tally) {
    return tally.tells() ? tally.verdict() : Verdict.TOO_FEW;
  }

  private Component row(Confidence confidence, ConfidenceTally tally) {
    int answers = tally.answers(confidence);
    int right = tally.right(confidence);
    Span name = new Span(getTranslation("content.confidence." + confidence));
    String words = getTranslation("content.confidence.right-of", right, answers);
    if (tally.tells()) {
      return new ShareRow(name, (double) right / answers, words);
    }
    // A bar would show the share that two answers happen to have.
    Span figure = new Span(words);
    figure.addClassNames("small", "num");
    Div row = new Div(name, figure);
    row.addClassName("row");
    return row;
  }
}
