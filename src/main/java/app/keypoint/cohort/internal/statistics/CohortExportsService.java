package app.keypoint.cohort.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.internal.assignment.AssignmentRepository;
import app.keypoint.cohort.statistics.CohortExports;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NameOrder;
import app.keypoint.quiz.QuizAnswers;
import app.keypoint.quiz.QuizAnswers.QuizAnswer;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.ReviewAnswers;
import app.keypoint.review.history.ReviewAnswers.ReviewAnswer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class CohortExportsService implements CohortExports {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final AssignmentRepository assignments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final CohortQuizzes quizzes;
  private final QuizStandings standings;
  private final QuizAnswers inQuizzes;
  private final ReviewAnswers inReviews;
  private final AuditTrail audit;

  CohortExportsService(
      CohortAccess access,
      CohortMemberRepository members,
      AssignmentRepository assignments,
      Accounts accounts,
      Catalogue catalogue,
      CohortQuizzes quizzes,
      QuizStandings standings,
      QuizAnswers inQuizzes,
      ReviewAnswers inReviews,
      AuditTrail audit) {
    this.access = access;
    this.members = members;
    this.assignments = assignments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.quizzes = quizzes;
    this.standings = standings;
    this.inQuizzes = inQuizzes;
    this.inReviews = inReviews;
    this.audit = audit;
  }

  @Override
  @Transactional
  public void taken(long instructorId, long cohortId, String title, Collection<Long> learnerIds) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    AuditNote note = AuditNote.of(AuditKind.EXPORTED).with(cohort.name() + " · " + title);
    if (learnerIds.isEmpty()) {
      audit.record(note);
      return;
    }
    // Of members alone, whoever is said to be in it: nobody else can be in a file of this cohort.
    audit.recordOfMany(
        note,
        members.findByCohortId(cohortId).stream()
            .map(member -> member.learnerId())
            .filter(Set.copyOf(learnerIds)::contains)
            .toList());
  }

  @Override
  public List<RosterMember> roster(long instructorId, long cohortId) {
    var unused = access.require(instructorId, cohortId);
    Map<Long, CohortMemberEntity> joined =
        members.findByCohortId(cohortId).stream()
            .collect(Collectors.toMap(row -> row.learnerId(), Function.identity()));
    return NameOrder.sorted(accounts.byIds(joined.keySet()).values()).stream()
        .filter(person -> !person.anonymous())
        .map(
            person ->
                new RosterMember(
                    person.id(),
                    person.displayName(),
                    person.username(),
                    requireNonNull(joined.get(person.id())).joinedAt()))
        .toList();
  }

  @Override
  public Gradebook gradebook(long instructorId, long cohortId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Map<Long, Account> people = new HashMap<>(people(cohortId));
    // Nobody can be given a grade whose account was erased.
    people.values().removeIf(Account::anonymous);
    List<Quiz> served = quizzes.of(cohortId);
    List<Quiz> assigned =
        assignments.findByCohortIdOrderByDueAtAscQuizIdAsc(cohortId).stream()
            .flatMap(row -> catalogue.quiz(row.quizId()).stream())
            .toList();
    Map<Long, Map<String, QuizStanding>> all = standings.of(people.keySet());
    return new Gradebook(
        cohort.toCohort(instructorId, people.size()),
        assigned.isEmpty() ? served : assigned,
        NameOrder.sorted(people.values()).stream()
            .map(
                person ->
                    new Gradebook.Row(
                        person.id(),
                        person.displayName(),
                        person.username(),
                        best(all.getOrDefault(person.id(), Map.of()))))
            .toList());
  }

  private static Map<String, Double> best(Map<String, QuizStanding> standings) {
    return standings.entrySet().stream()
        .filter(entry -> entry.getValue().best() != null)
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> requireNonNull(entry.getValue().best())));
  }

  @Override
  public void answers(long instructorId, long cohortId, Consumer<? super LearnerAnswer> answer) {
    var unused = access.require(instructorId, cohortId);
    Map<Long, Account> people = people(cohortId);
    List<Long> byName = NameOrder.sorted(people.values()).stream().map(Account::id).toList();
    List<String> quizIds = quizzes.of(cohortId).stream().map(Quiz::id).toList();
    Set<Long> versions = new HashSet<>(inQuizzes.versions(people.keySet(), quizIds));
    versions.addAll(inReviews.versions(people.keySet(), quizIds));
    Map<Long, Question> asked = new HashMap<>();
    catalogue.versions(versions).values().forEach(each -> asked.put(each.id(), each.question()));
    inQuizzes.each(
        byName,
        quizIds,
        given -> answer.accept(inQuiz(person(people, given.learnerId()), given, asked)));
    inReviews.each(
        byName,
        quizIds,
        given -> answer.accept(inReview(person(people, given.learnerId()), given, asked)));
  }

  private Map<Long, Account> people(long cohortId) {
    return accounts.byIds(
        members.findByCohortId(cohortId).stream().map(member -> member.learnerId()).toList());
  }

  private static Account person(Map<Long, Account> people, long learnerId) {
    return requireNonNull(people.get(learnerId));
  }

  private static LearnerAnswer inQuiz(
      Account learner, QuizAnswer given, Map<Long, Question> asked) {
    Question question = requireNonNull(asked.get(given.questionVersionId()));
    return new LearnerAnswer(
        learner.id(),
        learner.displayName(),
        learner.username(),
        Occasion.QUIZ,
        given.quizId(),
        given.attempt(),
        given.state(),
        question.id(),
        question,
        given.response(),
        given.marks(),
        null,
        given.at(),
        given.timeTaken());
  }

  private LearnerAnswer inReview(Account learner, ReviewAnswer given, Map<Long, Question> asked) {
    return new LearnerAnswer(
        learner.id(),
        learner.displayName(),
        learner.username(),
        occasion(given.kind()),
        given.quizId(),
        null,
        null,
        given.questionId(),
        question(given, asked),
        given.response(),
        null,
        given.grade(),
        given.at(),
        given.timeTaken());
  }

  /** Old entries do not say which wording it was: the present one, if there is one. */
  private @Nullable Question question(ReviewAnswer given, Map<Long, Question> asked) {
    Long version = given.questionVersionId();
    return version == null
        ? catalogue.question(given.questionId()).map(QuestionVersion::question).orElse(null)
        : asked.get(version);
  }

  private static Occasion occasion(StepKind kind) {
    return switch (kind) {
      case DRILL -> Occasion.AGAIN;
      case PRACTICE -> Occasion.PRACTICE;
      default -> Occasion.REVIEW;
    };
  }
}
