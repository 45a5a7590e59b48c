package app.keypoint.cohort.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMap.Point;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NameOrder;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.review.CardState;
import app.keypoint.review.statistics.LearnerCards;
import app.keypoint.review.statistics.ReviewStatistics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class KeyPointMapService implements KeyPointMaps {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final CohortQuizzes quizzes;
  private final Accounts accounts;
  private final ReviewStatistics reviews;
  private final Clock clock;

  KeyPointMapService(
      CohortAccess access,
      CohortMemberRepository members,
      CohortQuizzes quizzes,
      Accounts accounts,
      ReviewStatistics reviews,
      Clock clock) {
    this.access = access;
    this.members = members;
    this.quizzes = quizzes;
    this.accounts = accounts;
    this.reviews = reviews;
    this.clock = clock;
  }

  @Override
  public KeyPointMap of(long instructorId, long cohortId, @Nullable String quizId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    List<Quiz> all = quizzes.of(cohortId);
    Quiz only = quizId == null ? null : quizzes.require(cohortId, quizId);
    List<Quiz> mapped = only == null ? all : List.of(only);
    List<Long> joined =
        members.findByCohortId(cohortId).stream().map(row -> row.learnerId()).toList();
    List<Account> learners =
        accounts.byIds(joined).values().stream().filter(Account::enabled).toList();
    Map<Long, LocalDate> today = Account.studyDays(learners, clock.instant());
    Map<Long, LearnerCards> held = reviews.cards(today);
    return new KeyPointMap(
        cohort.toCohort(instructorId, joined.size()),
        all,
        only,
        mapped.stream()
            .flatMap(quiz -> quiz.keyPoints().stream().map(point -> new Point(quiz, point)))
            .toList(),
        NameOrder.sorted(learners).stream()
            .map(
                learner ->
                    row(
                        learner,
                        held.getOrDefault(learner.id(), LearnerCards.NONE).cards(),
                        mapped,
                        requireNonNull(today.get(learner.id()))))
            .toList());
  }

  private static KeyPointRow row(
      Account learner, List<CardState> cards, List<Quiz> quizzes, LocalDate today) {
    Map<String, CardState> byQuestion =
        cards.stream().collect(Collectors.toMap(CardState::questionId, Function.identity()));
    return new KeyPointRow(
        learner.id(),
        learner.displayName(),
        quizzes.stream()
            .flatMap(quiz -> KeyPointMastery.of(quiz, byQuestion, today).stream())
            .toList());
  }
}
