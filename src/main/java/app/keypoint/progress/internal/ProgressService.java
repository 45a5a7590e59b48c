package app.keypoint.progress.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
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
import app.keypoint.review.DayActivity;
import app.keypoint.review.ReviewFigures;
import app.keypoint.review.Reviewing;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
  private final QuizStandings standings;
  private final ReviewFigures reviews;
  private final Reviewing reviewing;
  private final Exams exams;
  private final Clock clock;

  ProgressService(
      Catalogue catalogue,
      QuizStandings standings,
      ReviewFigures reviews,
      Reviewing reviewing,
      Exams exams,
      Clock clock) {
    this.catalogue = catalogue;
    this.standings = standings;
    this.reviews = reviews;
    this.reviewing = reviewing;
    this.exams = exams;
    this.clock = clock;
  }

  @Override
  public Progress of(Account learner) {
    LocalDate today = today(learner);
    List<CardState> cards = reviews.cards(learner.id());
    return new Progress(
        today,
        reviews.load(learner.id(), today),
        reviewing.progress(learner),
        exams.of(learner),
        cards,
        reviews.forecast(learner.id(), today, Progress.FORECAST_DAYS),
        days(learner, today),
        quizzes(catalogue.quizzes(), learner, cards, today));
  }

  @Override
  public List<QuizProgress> quizzes(Account learner) {
    return quizzes(catalogue.quizzes(), learner, reviews.cards(learner.id()), today(learner));
  }

  @Override
  public QuizProgress quiz(Account learner, String quizId) {
    Quiz quiz = catalogue.quiz(quizId).orElseThrow(() -> new GoneException("quiz " + quizId));
    return quizzes(List.of(quiz), learner, reviews.cards(learner.id()), today(learner)).getFirst();
  }

  @Override
  public void export(Account learner, OutputStream target) {
    LocalDate today = today(learner);
    LearnerExport.write(
        target,
        today,
        standings.of(learner.id()).values(),
        reviews.cards(learner.id()),
        days(learner, today));
  }

  private List<QuizProgress> quizzes(
      List<Quiz> quizzes, Account learner, List<CardState> cards, LocalDate today) {
    Map<String, QuizStanding> standing = standings.of(learner.id());
    Map<String, CardState> byQuestion =
        cards.stream().collect(Collectors.toMap(CardState::questionId, Function.identity()));
    return quizzes.stream()
        .map(
            quiz ->
                new QuizProgress(
                    quiz, standing.get(quiz.id()), KeyPointMastery.of(quiz, byQuestion, today)))
        .toList();
  }

  /**
   * Up to tomorrow, as a day may have been earned before moving to a zone further west; without
   * days of which every answer was undone.
   */
  private List<DayActivity> days(Account learner, LocalDate today) {
    return reviews.activity(learner.id(), LocalDate.EPOCH, today.plusDays(1)).stream()
        .filter(day -> day.answers() > 0 || day.bridged())
        .toList();
  }

  private LocalDate today(Account learner) {
    return learner.calendar().dayOf(clock.instant());
  }
}
