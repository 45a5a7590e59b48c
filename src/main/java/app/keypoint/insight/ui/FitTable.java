package app.keypoint.insight.ui;

import app.keypoint.insight.evaluation.Comparison;
import app.keypoint.insight.evaluation.Fit;
import app.keypoint.insight.evaluation.Predictor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.function.ToDoubleFunction;

/** The measures of each predictor, what each measure means, and which scheduler it favours. */
class FitTable extends Section {

  private static final int COLUMNS = 4;

  private final Comparison comparison;
  private final NativeTable table = new NativeTable();

  FitTable(Comparison comparison) {
    this.comparison = comparison;
    addClassName("card");
    NativeTableRow head = table.getHead().addRow();
    heading(head.addHeaderCell(), getTranslation("insight.compare.measure"), "col");
    for (Predictor predictor : Predictor.values()) {
      NativeTableHeaderCell cell = head.addHeaderCell();
      heading(cell, getTranslation("review.scheduler." + predictor), "col");
      cell.addClassName("r");
    }
    row("log-loss", Fit::logLoss, false);
    row("rmse", Fit::rmseBins, false);
    row("auc", Fit::auc, true);
    add(new H2(getTranslation("insight.compare.measures")), table);
  }

  private void row(String measure, ToDoubleFunction<Fit> figure, boolean moreIsBetter) {
    NativeTableRow row = table.getBody().addRow();
    heading(row.addHeaderCell(), getTranslation("insight.compare.measure." + measure), "row");
    double sign = moreIsBetter ? 1 : -1;
    double lead =
        sign
            * (figure.applyAsDouble(comparison.fit(Predictor.FSRS))
                - figure.applyAsDouble(comparison.fit(Predictor.SM2)));
    for (Predictor predictor : Predictor.values()) {
      NativeTableCell cell = row.addDataCell();
      cell.addClassName("r");
      double value = figure.applyAsDouble(comparison.fit(predictor));
      cell.add(
          new Span(Double.isNaN(value) ? "–" : getTranslation("insight.compare.figure", value)));
      if ((predictor == Predictor.FSRS && lead > 0) || (predictor == Predictor.SM2 && lead < 0)) {
        // Without a verdict no figure may look like one.
        String rank = comparison.better().isPresent() ? "better" : "ahead";
        Span words = new Span(getTranslation("insight.compare.rank." + rank));
        words.addClassName(rank);
        cell.add(words);
      }
    }
    NativeTableRow why = table.getBody().addRow();
    why.addClassName("why");
    NativeTableCell meaning = why.addDataCell();
    meaning.setColspan(COLUMNS);
    meaning.addClassNames("muted", "small");
    meaning.setText(getTranslation("insight.compare.why." + measure));
  }

  private static void heading(NativeTableHeaderCell cell, String text, String scope) {
    cell.setText(text);
    cell.getElement().setAttribute("scope", scope);
  }
}
