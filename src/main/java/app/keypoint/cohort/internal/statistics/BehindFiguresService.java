package app.keypoint.cohort.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.NameOrder;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.quiz.ItemStatistics.Chose;
import app.keypoint.quiz.ItemStatistics.Counting;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.review.statistics.ReviewTrends;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class BehindFiguresService implements BehindFigures {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewStatistics reviews;
  private final ReviewTrends trends;
  private final ItemStatistics statistics;
  private final AuditTrail audit;

  BehindFiguresService(
      CohortAccess access,
      CohortMemberRepository members,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewStatistics reviews,
      ReviewTrends trends,
      ItemStatistics statistics,
      AuditTrail audit) {
    this.access = access;
    this.members = members;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.reviews = reviews;
    this.trends = trends;
    this.statistics = statistics;
    this.audit = audit;
  }

  /** Writes, for who looks at whom is recorded. */
  @Override
  @Transactional
  public List<Part> leech(long instructorId, long cohortId, String quizId, String questionId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Quiz quiz = require(cohortId, quizId, questionId);
    Map<Long, Integer> lapses = reviews.lapses(learners(cohort), questionId);
    record(cohort, quiz, lapses.keySet());
    return parts(lapses, Function.identity(), _ -> Retention.NONE);
  }

  @Override
  public List<Part> week(
      long instructorId, long cohortId, LocalDate today, LocalDate from, LocalDate to) {
    List<Long> learners = learners(access.require(instructorId, cohortId));
    return parts(
        // Where it is tomorrow already, that is of the present week.
        trends.did(learners, from, to.equals(today) ? today.plusDays(1) : to),
        ReviewTrends.Did::answers,
        ReviewTrends.Did::retention);
  }

  @Override
  public List<Part> gap(
      long instructorId, long cohortId, LocalDate today, int first, @Nullable Integer last) {
    List<Long> learners = learners(access.require(instructorId, cohortId));
    return parts(
        trends.forgettingOfEach(learners, CohortTrends.Trends.firstDay(today), first, last),
        Retention::reviews,
        Function.identity());
  }

  @Override
  public List<Part> comingUp(
      long instructorId, long cohortId, @Nullable LocalDate from, LocalDate to) {
    List<Long> waiting =
        accounts.byIds(learners(access.require(instructorId, cohortId))).values().stream()
            .filter(Account::enabled)
            .map(Account::id)
            .toList();
    return parts(trends.comingUp(waiting, from, to), Function.identity(), cards -> Retention.NONE);
  }

  @Override
  @Transactional
  public List<Tried> attempts(
      long instructorId,
      long cohortId,
      String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Quiz quiz = quizzes.require(cohortId, quizId);
    return looked(cohort, quiz, statistics.attempts(quizId, learners(cohort), counted, editionId));
  }

  @Override
  @Transactional
  public List<Tried> chose(
      long instructorId,
      long cohortId,
      String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId,
      String questionId,
      String optionId,
      Third third) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Quiz quiz = quizzes.require(cohortId, quizId);
    return looked(
        cohort,
        quiz,
        statistics
            .chose(quizId, learners(cohort), counted, editionId, questionId, optionId)
            .stream()
            .filter(
                chose ->
                    switch (third) {
                      case ALL -> true;
                      case UPPER -> chose.upper();
                      case LOWER -> chose.lower();
                    })
            .map(Chose::attempt)
            .toList());
  }

  @Override
  @Transactional
  public List<Tried> firstAttempts(
      long instructorId, long cohortId, String quizId, String questionId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Quiz quiz = require(cohortId, quizId, questionId);
    return looked(cohort, quiz, statistics.firstAttempts(learners(cohort), questionId));
  }

  private Quiz require(long cohortId, String quizId, String questionId) {
    Quiz quiz = quizzes.require(cohortId, quizId);
    if (!quiz.questionIds().contains(questionId)) {
      throw new GoneException("question " + questionId + " of quiz " + quizId);
    }
    return quiz;
  }

  private List<Long> learners(CohortEntity cohort) {
    return members.findByCohortId(cohort.id()).stream().map(row -> row.learnerId()).toList();
  }

  /** As files are: one entry, which each who is in it sees (ADR 184). */
  private void record(CohortEntity cohort, Quiz quiz, Collection<Long> seen) {
    if (!seen.isEmpty()) {
      audit.recordOfMany(
          AuditNote.of(AuditKind.LEARNERS_VIEWED).with(cohort.name() + " · " + quiz.title()), seen);
    }
  }

  private List<Tried> looked(CohortEntity cohort, Quiz quiz, List<Counting> attempts) {
    Map<Long, Account> people =
        accounts.byIds(attempts.stream().map(Counting::learnerId).distinct().toList());
    record(cohort, quiz, people.keySet());
    return attempts.reversed().stream()
        .map(
            each ->
                new Tried(
                    each.learnerId(),
                    requireNonNull(people.get(each.learnerId())).displayName(),
                    each.attemptId(),
                    each.marks(),
                    each.max(),
                    each.at()))
        .toList();
  }

  /** Those who add most first, equal ones by name. */
  private <T> List<Part> parts(
      Map<Long, T> found, Function<T, Integer> count, Function<T, Retention> retention) {
    return NameOrder.sorted(accounts.byIds(found.keySet()).values()).stream()
        .map(
            person -> {
              T part = requireNonNull(found.get(person.id()));
              return new Part(
                  person.id(), person.displayName(), count.apply(part), retention.apply(part));
            })
        .sorted(Comparator.comparingInt(Part::count).reversed())
        .toList();
  }
}
