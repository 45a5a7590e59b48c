package app.keypoint.insight.ui;

import app.keypoint.insight.simulation.Plan;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.ui.Switch;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to simulate. It starts from the learner's own settings. */
class SimulationForm extends Div {

  private static final int YEAR = 365;
  private static final int USUAL_CARDS = 500;
  private static final int USUAL_SECONDS = 10;
  private static final int MAX_SECONDS = 600;
  private static final double PERCENT = 100;

  /** Fixed, so that only the settings make two results differ. */
  private static final long SEED = 6;

  private final IntegerField cards = field("cards", 1, Plan.MAX_CARDS, true);
  private final IntegerField newPerDay = field("new", 0, ReviewPreferences.MAX_NEW, true);
  private final IntegerField limit = field("limit", 1, ReviewPreferences.MAX_REVIEWS, false);
  private final IntegerField retention =
      field(
          "retention",
          percent(ReviewPreferences.MIN_RETENTION),
          percent(ReviewPreferences.MAX_RETENTION),
          true);
  private final IntegerField seconds = field("seconds", 1, MAX_SECONDS, true);
  private Algorithm algorithm;

  SimulationForm(ReviewPreferences preferences) {
    addClassName("simulate-form");
    algorithm = preferences.algorithm();
    cards.setValue(USUAL_CARDS);
    newPerDay.setValue(preferences.newPerDay());
    limit.setValue(preferences.reviewsPerDay());
    limit.setClearButtonVisible(true);
    limit.setPlaceholder(getTranslation("insight.simulate.no-limit"));
    retention.setValue(percent(preferences.retention()));
    seconds.setValue(USUAL_SECONDS);
    add(
        cards,
        newPerDay,
        limit,
        seconds,
        new Switch<>(
            getTranslation("insight.simulate.scheduler"),
            List.of(Algorithm.values()),
            option -> getTranslation("review.scheduler." + option),
            algorithm,
            this::choose),
        retention);
    choose(algorithm);
  }

  /** The plan, or empty when a field is wrong: that one says so and gets the focus. */
  Optional<Plan> plan() {
    Optional<IntegerField> wrong =
        Stream.of(cards, newPerDay, limit, seconds, retention)
            .filter(IntegerField::isInvalid)
            .findFirst();
    if (wrong.isPresent()) {
      wrong.get().focus();
      return Optional.empty();
    }
    boolean fsrs = algorithm == Algorithm.FSRS;
    return Optional.of(
        new Plan(
            cards.getValue(),
            newPerDay.getValue(),
            limit.getValue(),
            fsrs,
            retention.getValue() / PERCENT,
            Duration.ofSeconds(seconds.getValue()),
            YEAR,
            SEED));
  }

  private void choose(Algorithm chosen) {
    algorithm = chosen;
    retention.setHelperText(
        getTranslation(
            chosen == Algorithm.FSRS
                ? "insight.simulate.retention.hint"
                : "insight.simulate.retention.other"));
  }

  private IntegerField field(String name, int least, int most, boolean required) {
    IntegerField field = new IntegerField(getTranslation("insight.simulate." + name));
    field.setMin(least);
    field.setMax(most);
    field.setErrorMessage(getTranslation("insight.simulate.range", least, most));
    field.setStepButtonsVisible(false);
    field.setRequiredIndicatorVisible(required);
    return field;
  }

  private static int percent(double share) {
    return (int) Math.round(PERCENT * share);
  }
}
