package app.keypoint.cohort.ui;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.statistics.BehindFigures.Part;
import app.keypoint.cohort.statistics.BehindFigures.Third;
import app.keypoint.cohort.statistics.BehindFigures.Tried;
import app.keypoint.cohort.statistics.CohortTrends.Gap;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.review.statistics.Retention;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens the lists behind the figures of a cohort.
 *
 * @param instructor who looks, in whose zone times are told
 */
public record Behind(BehindFigures figures, Account instructor, long cohortId) {

  /** The attempts of a quiz that statistics rest on. */
  public record Edition(Quiz quiz, AttemptSelection counted, long id) {}

  /** How many learners keep forgetting a question. */
  public Component leech(String figure, Quiz quiz, Question question) {
    String prompt = prompt(question);
    return new Opener(
        figure,
        prompt,
        () ->
            BehindDialog.of(
                    say("cohort.behind.leech"),
                    prompt,
                    cohortId,
                    say("cohort.point.column.lapses"),
                    figures.leech(instructor.id(), cohortId, quiz.id(), question.id()),
                    part -> say("cohort.behind.lapses", part.count()))
                .recorded()
                .open());
  }

  /** On how many first attempts it rests how hard a question is. */
  public Component hardest(String figure, Dashboard.HardQuestion hard) {
    String prompt = prompt(hard.question());
    return new Opener(
        figure,
        prompt,
        () ->
            showAttempts(
                say("cohort.behind.first"),
                prompt,
                figures.firstAttempts(
                    instructor.id(), cohortId, hard.quiz().id(), hard.question().id())));
  }

  /**
   * What was done in a week.
   *
   * @param today of the page
   */
  public Component week(String figure, LocalDate today, LocalDate from, LocalDate to) {
    String days = say("cohort.trends.days", day(from), day(to));
    return new Opener(
        figure,
        days,
        () ->
            show(
                say("cohort.behind.week", day(from), day(to)),
                "",
                "cohort.trends.answers",
                figures.week(instructor.id(), cohortId, today, from, to),
                part ->
                    part.retention().reviews() == 0
                        ? say("cohort.behind.answers", part.count())
                        : say(
                            "cohort.behind.did",
                            part.count(),
                            part.retention().remembered(),
                            part.retention().reviews())));
  }

  /**
   * How many reviews came so many days after the one before.
   *
   * @param today of the page
   */
  public Component gap(String figure, String days, LocalDate today, Gap gap) {
    String title = say("cohort.behind.gap", days);
    return new Opener(
        figure,
        title,
        () ->
            show(
                title,
                "",
                "cohort.trends.reviews",
                figures.gap(instructor.id(), cohortId, today, gap.first(), gap.last()),
                part -> remembered(part.retention())));
  }

  /**
   * How many cards come up.
   *
   * @param from null for all that come up until then
   */
  public Component comingUp(String figure, @Nullable LocalDate from, LocalDate to) {
    String title = say(from == null ? "cohort.behind.until" : "cohort.behind.day", day(to));
    return new Opener(
        figure,
        title,
        () ->
            show(
                title,
                "",
                "cohort.csv.cards",
                figures.comingUp(instructor.id(), cohortId, from, to),
                part -> say("cohort.number", part.count())));
  }

  /** The attempts that a quiz's statistics rest on. */
  public Component attempts(String figure, Edition of) {
    String title = QuizTexts.title(of.quiz());
    return new Opener(
        figure,
        title,
        () ->
            showAttempts(
                say("cohort.behind.attempts"),
                title,
                figures.attempts(
                    instructor.id(), cohortId, of.quiz().id(), of.counted(), of.id())));
  }

  /** How many chose an option. */
  public Component chose(
      String figure, Edition of, Question question, String optionId, String option, Third third) {
    String title = say("cohort.behind.chose." + third);
    return new Opener(
        figure,
        title + ": " + option,
        () ->
            showAttempts(
                title,
                option,
                figures.chose(
                    instructor.id(),
                    cohortId,
                    of.quiz().id(),
                    of.counted(),
                    of.id(),
                    question.id(),
                    optionId,
                    third)));
  }

  private void show(
      String title,
      String about,
      String headingKey,
      List<Part> learners,
      Function<Part, String> words) {
    BehindDialog.of(title, about, cohortId, say(headingKey), learners, words).open();
  }

  private void showAttempts(String title, String about, List<Tried> attempts) {
    BehindDialog.ofAttempts(
            title,
            about,
            cohortId,
            attempts,
            tried -> say("cohort.behind.tried", tried.marks(), tried.max(), moment(tried.at())))
        .open();
  }

  private static String remembered(Retention retention) {
    return say("cohort.behind.reviews", retention.remembered(), retention.reviews());
  }

  private static String prompt(Question question) {
    return Markdown.text(QuizTexts.of(question).text().prompt());
  }

  private static String day(LocalDate day) {
    UI ui = UI.getCurrentOrThrow();
    return DateTimeFormatter.ofPattern(ui.getTranslation("ui.day-format"), ui.getLocale())
        .format(day);
  }

  private String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(UI.getCurrentOrThrow().getLocale())
        .format(at.atZone(instructor.calendar().zone()));
  }

  private static String say(String key, Object... values) {
    return UI.getCurrentOrThrow().getTranslation(key, values);
  }
}
