package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.day;
import static app.keypoint.progress.ui.Texts.duration;
import static app.keypoint.progress.ui.Texts.percent;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.HardCard;
import app.keypoint.progress.Progress;
import app.keypoint.progress.QuizProgress;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.Streak;
import app.keypoint.ui.Disclosure;
import app.keypoint.ui.Stat;
import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;

/**
 * One learner's memory in figures, charts and key points: what learners see of themselves and
 * instructors of one learner. Its headings start at the second level.
 */
public final class LearnerDetail extends Div {

  private static final int ACTIVITY_WEEKS = 40;
  private static final int RETENTION_WEEKS = 12;
  private static final int HARDEST = 5;

  public LearnerDetail(Progress progress) {
    addClassName("learner-detail");
    Div charts = new Div(retention(progress), forecast(progress));
    charts.addClassName("two-columns");
    add(
        StaticMarkup.of(figures(progress)),
        activity(progress),
        charts,
        StaticMarkup.of(keyPoints(progress)),
        StaticMarkup.of(hardest(progress)));
  }

  private static Div figures(Progress progress) {
    Retention retention = progress.recentRetention();
    Double rate = retention.rate();
    Streak streak = progress.streak();
    LearnerLoad load = progress.load();
    Div figures =
        new Div(
            new Stat(
                rate == null ? "–" : percent(rate),
                text("stat.remembered", Progress.RETAINED_DAYS),
                rate == null
                    ? text("stat.no-reviews", Progress.RETAINED_DAYS)
                    : text("stat.reviews", retention.reviews())),
            new Stat(
                text("stat.streak", streak.current()),
                text("stat.streak-text", text("stat.streak", streak.longest()))),
            new Stat(
                Texts.number(load.cards()),
                text("stat.cards", load.cards()),
                text("stat.mature", load.mature())),
            new Stat(time(progress.timePerDay()), text("stat.time")));
    figures.addClassName("stats");
    return figures;
  }

  private static String time(Duration duration) {
    return duration.isZero() ? "–" : duration(duration);
  }

  private static Section activity(Progress progress) {
    List<DayActivity> days = progress.lastWeeks(ACTIVITY_WEEKS);
    int answers = days.stream().mapToInt(DayActivity::answers).sum();
    return section(
        "activity.title",
        text("activity.text", answers, days.size(), ACTIVITY_WEEKS),
        Charts.activity(progress, ACTIVITY_WEEKS));
  }

  private static Section retention(Progress progress) {
    boolean none =
        progress.weeks(RETENTION_WEEKS).stream()
            .allMatch(week -> week.retention().equals(Retention.NONE));
    return none
        ? section("retention.title", text("retention.none"))
        : section(
            "retention.title", text("retention.text"), Charts.retention(progress, RETENTION_WEEKS));
  }

  private static Section forecast(Progress progress) {
    return progress
        .busiest()
        .map(
            busiest ->
                section(
                    "forecast.title",
                    text("forecast.busiest", day(busiest.getKey()), busiest.getValue()),
                    Charts.forecast(progress, Progress.FORECAST_DAYS)))
        .orElseGet(() -> section("forecast.title", text("forecast.none")));
  }

  private static Section keyPoints(Progress progress) {
    Section section = section("key-points.title", text("quiz.key-points-text"));
    List<Disclosure> quizzes = progress.quizzes().stream().map(LearnerDetail::keyPointsOf).toList();
    quizzes.stream().findFirst().ifPresent(Disclosure::open);
    quizzes.forEach(section::add);
    return section;
  }

  private static Disclosure keyPointsOf(QuizProgress quiz) {
    Span title = QuizTexts.titleOf(quiz.quiz());
    title.addClassName("title");
    Span facts = new Span(facts(quiz));
    facts.addClassNames("muted", "small", "num");
    return new Disclosure(new Component[] {title, facts}, new KeyPointList(quiz.mastery()));
  }

  private static String facts(QuizProgress quiz) {
    String retained = QuizFacts.retained(quiz);
    String taken = QuizFacts.taken(quiz);
    return taken == null ? retained : text("mastery", retained, taken);
  }

  private static Section hardest(Progress progress) {
    List<HardCard> cards = progress.hardest(HARDEST);
    return cards.isEmpty()
        ? section("hardest.title", text("hardest.none"))
        : section("hardest.title", text("hardest.text"), new HardCardList(cards));
  }

  private static Section section(String title, String words, Component... content) {
    Paragraph paragraph = new Paragraph(words);
    paragraph.addClassNames("muted", "small");
    Section section = new Section(new H2(text(title)), paragraph);
    section.add(content);
    section.addClassName("card");
    return section;
  }
}
