package app.keypoint.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.insight.simulation.Plan;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.ui.chart.WorkloadChart;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorViewTest extends InsightScreens {

  private static final String ROUTE = "settings/reviews/simulate";

  @BeforeEach
  void choose() {
    settings.change(learner, new ReviewPreferences(7, null, false, false, Algorithm.FSRS, 0.85));
  }

  @Test
  void startsFromTheLearnersSettings() {
    UI.getCurrent().navigate(ROUTE);
    assertThat(field("New cards a day").getValue()).isEqualTo(7);
    assertThat(field("Desired retention in %").getValue()).isEqualTo(85);
    assertThat(field("Most reviews a day").getValue()).isNull();
    assertThat(page()).contains("which flatters FSRS");
    assertThat(findInView(ProgressBar.class).all()).isEmpty();
  }

  @Test
  void simulatesBothSchedulers() {
    UI.getCurrent().navigate(ROUTE);
    test(button("Simulate a year")).click();
    assertThat(findInView(ProgressBar.class).all()).hasSize(1);
    assertThat(UI.getCurrent().getPollInterval()).isPositive();
    pollUntilDone();
    assertThat(page())
        .contains("A year with FSRS")
        .contains("of 500 cards begun would be remembered")
        .contains("Answers on the busiest day")
        .contains("Done.");
    assertThat(
            findInView(WorkloadChart.class)
                .single()
                .getElement()
                .getPropertyRaw("table")
                .toString())
        .contains("Week 52")
        .contains("SM-2");
    assertThat(UI.getCurrent().getPollInterval()).isNegative();
    assertThat(button("Simulate a year").isEnabled()).isTrue();
  }

  @Test
  void saysWhatALimitLeaves() {
    UI.getCurrent().navigate(ROUTE);
    test(field("Cards")).setValue(5_000);
    test(field("Most reviews a day")).setValue(5);
    test(button("Simulate a year")).click();
    pollUntilDone();
    assertThat(page())
        .contains("cards are not begun by then")
        .contains("left waiting by the limit");
  }

  @Test
  void aFieldOutOfRangeSaysSo() {
    UI.getCurrent().navigate(ROUTE);
    field("Cards").setValue(20_001);
    test(button("Simulate a year")).click();
    assertThat(field("Cards").isInvalid()).isTrue();
    assertThat(field("Cards").getErrorMessage()).isEqualTo("A whole number from 1 to 20,000");
    assertThat(findInView(ProgressBar.class).all()).isEmpty();
    field("Cards").clear();
    assertThat(field("Cards").isInvalid()).isTrue();
  }

  @Test
  void cancelEndsIt() {
    UI.getCurrent().navigate(ROUTE);
    test(field("Cards")).setValue(20_000);
    test(field("New cards a day")).setValue(999);
    test(button("Simulate a year")).click();
    test(button("Cancel")).click();
    assertThat(page()).contains("Cancelled.").doesNotContain("A year with");
    assertThat(UI.getCurrent().getPollInterval()).isNegative();
  }

  @Test
  void leavingEndsIt() {
    UI.getCurrent().navigate(ROUTE);
    test(field("Cards")).setValue(20_000);
    test(field("New cards a day")).setValue(999);
    test(button("Simulate a year")).click();
    UI.getCurrent().navigate("settings/reviews/compare");
    assertThat(UI.getCurrent().getPollInterval()).isNegative();
  }

  @Test
  void anotherOfTheSameLearnerEndsTheOneBefore() {
    Plan large = new Plan(20_000, 999, null, true, 0.9, Duration.ofSeconds(9), 3_650, 1);
    UI.getCurrent().navigate(ROUTE);
    test(field("Cards")).setValue(20_000);
    test(field("New cards a day")).setValue(999);
    test(button("Simulate a year")).click();
    SimulationRun somebodyElses = SimulationRun.start(-1, large);
    SimulationRun next = SimulationRun.start(learner.id(), large);
    pollUntilDone();
    assertThat(page()).contains("You have begun another").doesNotContain("A year with");
    assertThat(next.cancelled()).isFalse();
    assertThat(somebodyElses.cancelled()).isFalse();
    next.cancel();
    somebodyElses.cancel();
  }

  private IntegerField field(String label) {
    return findInView(IntegerField.class).all().stream()
        .filter(field -> field.getLabel().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private NativeButton button(String text) {
    return findInView(NativeButton.class).withText(text).single();
  }

  /** What the browser would do. */
  private void pollUntilDone() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (UI.getCurrent().getPollInterval() > 0 && System.nanoTime() < end) {
      ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
      Thread.onSpinWait();
    }
  }
}
