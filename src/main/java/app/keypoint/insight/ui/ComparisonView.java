package app.keypoint.insight.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.insight.evaluation.Comparison;
import app.keypoint.insight.evaluation.Fit;
import app.keypoint.insight.evaluation.Predictor;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.chart.CalibrationChart;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;

/** Which scheduler foresees the learner's own answers better, and by how much. */
@Route("settings/reviews/compare")
@PermitAll
class ComparisonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final ReviewHistory history;
  private final CurrentAccount currentAccount;
  private final HeavyWork heavy;

  ComparisonView(ReviewHistory history, CurrentAccount currentAccount, HeavyWork heavy) {
    this.history = history;
    this.heavy = heavy;
    this.currentAccount = currentAccount;
    addClassName("insight");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    showComparison();
  }

  void showComparison() {
    long learner = currentAccount.get().id();
    removeAll();
    add(
        InsightLinks.back(this),
        new PageHeader(getPageTitle(), getTranslation("insight.compare.text")));
    try {
      show(heavy.inPlace(() -> Comparison.of(history.answers(learner))));
    } catch (HeavyWork.Full e) {
      add(
          new EmptyState(
              getTranslation("insight.compare.full.title"),
              getTranslation("insight.compare.full.text")));
    }
  }

  private void show(Comparison comparison) {
    if (comparison.enough()) {
      add(verdict(comparison), new FitTable(comparison), calibration(comparison));
    } else {
      add(
          new EmptyState(
              getTranslation("insight.compare.none.title"),
              getTranslation(
                  "insight.compare.none.text", comparison.answers(), Comparison.ENOUGH)));
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("insight.compare.title");
  }

  private Section verdict(Comparison comparison) {
    String verdict = comparison.better().map(Enum::name).orElse("close");
    double sm2 = comparison.fit(Predictor.SM2).logLoss();
    double fsrs = comparison.fit(Predictor.FSRS).logLoss();
    Fit mean = comparison.fit(Predictor.MEAN);
    double share = mean.calibration().getFirst().observed();
    boolean beaten = comparison.best() != Predictor.MEAN;
    return section(
        new H2(getTranslation("insight.compare.verdict." + verdict)),
        new Paragraph(
            getTranslation(
                "insight.compare.lead." + verdict,
                Math.min(sm2, fsrs),
                Math.max(sm2, fsrs),
                1 - Math.min(sm2, fsrs) / Math.max(sm2, fsrs))),
        new Paragraph(
            getTranslation(
                beaten ? "insight.compare.mean.beaten" : "insight.compare.mean.unbeaten",
                share,
                mean.logLoss())),
        muted("insight.compare.rests", comparison.answers()),
        muted("insight.compare.assumed"));
  }

  private Section calibration(Comparison comparison) {
    List<CalibrationChart.Series> series =
        Stream.of(Predictor.SM2, Predictor.FSRS)
            .map(
                predictor ->
                    new CalibrationChart.Series(
                        getTranslation("review.scheduler." + predictor),
                        comparison.fit(predictor).calibration().stream()
                            .map(
                                bin ->
                                    new CalibrationChart.Point(
                                        bin.predicted(), bin.observed(), bin.answers()))
                            .toList()))
            .toList();
    return section(
        new H2(getTranslation("insight.compare.calibration.title")),
        muted("insight.compare.calibration.text"),
        new CalibrationChart(series));
  }

  private Paragraph muted(String key, Object... arguments) {
    Paragraph paragraph = new Paragraph(getTranslation(key, arguments));
    paragraph.addClassNames("muted", "small");
    return paragraph;
  }

  private static Section section(Component... content) {
    Section section = new Section(content);
    section.addClassName("card");
    return section;
  }
}
