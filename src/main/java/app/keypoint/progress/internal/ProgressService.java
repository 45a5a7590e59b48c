package app.keypoint.progress.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.practice.Exams;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.progress.QuizProgress;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.CardState;
import app.keypoint.review.Reviewing;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.ReviewStatistics;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads each source once and leaves the rest to pure functions. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class ProgressService implements LearnerProgress {

  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final QuizStandings standings;
  private final ReviewStatistics reviews;
  private final Reviewing reviewing;
  private final Exams exams;
  private final Clock clock;

  ProgressService(
      Catalogue catalogue,
      OpenQuizzes open,
      QuizStandings standings,
      ReviewStatistics reviews,
      Reviewing reviewing,
      Exams exams,
      Clock clock) {
    this.catalogue = catalogue;
    this.open = open;
    this.standings = standings;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.exams = exams;
    this.clock = clock;
  }

  @Override
  public Progress of(Account learner) {
    return read(learner, true);
  }

  @Override
  public Progress here(Account learner) {
    return read(learner, false);
  }

  private Progress read(Account learner, boolean brought) {
    LocalDate today = learner.today(clock);
    List<CardState> cards = reviews.cards(learner.id());
    List<DayActivity> days = days(learner, today.minusDays(Progress.DAYS - 1), today);
    return new Progress(
        today,
        reviews.load(learner.id(), today),
        reviewing.progress(learner),
        exams.of(learner),
        cards,
        reviews.forecast(learner.id(), today, Progress.FORECAST_DAYS),
        days.stream().map(brought ? Function.<DayActivity>identity() : DayActivity::here).toList(),
        reviews.streak(learner.id(), today, brought),
        quizzes(learner, cards, today));
  }

  @Override
  public List<QuizProgress> quizzes(Account learner) {
    return quizzes(learner, reviews.cards(learner.id()), learner.today(clock));
  }

  @Override
  public QuizProgress quiz(Account learner, String quizId) {
    Quiz quiz = catalogue.quiz(quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
    List<CardState> cards = reviews.cards(learner.id());
    Map<String, QuizStanding> standing = standings.of(learner.id());
    boolean theirs = open.isFor(learner.id(), quizId);
    if (!theirs && !begun(quiz, standing, held(cards))) {
      throw new GoneException("quiz " + quizId);
    }
    Set<String> openIds = theirs ? Set.of(quizId) : Set.of();
    return quizzes(List.of(quiz), standing, cards, learner.today(clock), openIds).getFirst();
  }

  @Override
  public void export(Account learner, OutputStream target) {
    LocalDate today = learner.today(clock);
    LearnerExport.write(
        target,
        today,
        standings.of(learner.id()).values(),
        reviews.cards(learner.id()),
        days(learner, LocalDate.EPOCH, today));
  }

  /** Those that are for the learner, and those that they began when they were. */
  private List<QuizProgress> quizzes(Account learner, List<CardState> cards, LocalDate today) {
    Map<String, QuizStanding> standing = standings.of(learner.id());
    Set<String> openIds = open.to(learner.id()).stream().map(Quiz::id).collect(Collectors.toSet());
    Set<String> held = held(cards);
    List<Quiz> shown =
        catalogue.quizzes().stream()
            .filter(quiz -> openIds.contains(quiz.id()) || begun(quiz, standing, held))
            .toList();
    return quizzes(shown, standing, cards, today, openIds);
  }

  private static boolean begun(Quiz quiz, Map<String, QuizStanding> standing, Set<String> held) {
    return standing.containsKey(quiz.id())
        || quiz.questions().stream().anyMatch(version -> held.contains(version.question().id()));
  }

  /** The ids of the questions of which there are cards. */
  private static Set<String> held(List<CardState> cards) {
    return cards.stream().map(CardState::questionId).collect(Collectors.toSet());
  }

  private static List<QuizProgress> quizzes(
      List<Quiz> quizzes,
      Map<String, QuizStanding> standing,
      List<CardState> cards,
      LocalDate today,
      Set<String> openIds) {
    Map<String, CardState> byQuestion =
        cards.stream().collect(Collectors.toMap(CardState::questionId, Function.identity()));
    return quizzes.stream()
        .map(
            quiz ->
                new QuizProgress(
                    quiz,
                    standing.get(quiz.id()),
                    KeyPointMastery.of(quiz, byQuestion, today),
                    openIds.contains(quiz.id())))
        .toList();
  }

  /**
   * Up to tomorrow, as a day may have been earned before moving to a zone further west; without
   * days of which every answer was undone.
   */
  private List<DayActivity> days(Account learner, LocalDate from, LocalDate today) {
    return reviews.activity(learner.id(), from, today.plusDays(1)).stream()
        .filter(day -> day.answers() > 0)
        .toList();
  }
}
