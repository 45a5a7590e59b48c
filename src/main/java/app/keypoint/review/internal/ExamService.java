package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.review.AssignedExams;
import app.keypoint.review.Exam;
import app.keypoint.review.Exams;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class ExamService implements Exams {

  private final ExamRepository exams;
  private final AssignedExams assigned;
  private final CardRepository cards;
  private final Catalogue catalogue;
  private final Clock clock;

  ExamService(
      ExamRepository exams,
      AssignedExams assigned,
      CardRepository cards,
      Catalogue catalogue,
      Clock clock) {
    this.exams = exams;
    this.assigned = assigned;
    this.cards = cards;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Exam> of(Account learner) {
    LocalDate today = today(learner);
    List<Date> dates = dates(learner, today);
    if (dates.isEmpty()) {
      return List.of();
    }
    List<String> questions =
        dates.stream().flatMap(date -> questions(date.quizId()).stream()).distinct().toList();
    Map<String, CardEntity> byQuestion =
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions).stream()
            .collect(Collectors.toMap(card -> card.questionId, Function.identity()));
    return dates.stream().map(date -> exam(date, byQuestion, today)).toList();
  }

  @Override
  public void set(Account learner, String quizId, LocalDate day) {
    if (catalogue.quiz(quizId).isEmpty()) {
      throw new GoneException("quiz " + quizId);
    }
    if (!day.isAfter(today(learner))) {
      throw new IllegalArgumentException("An exam lies ahead, but " + day + " does not");
    }
    exams.save(new ExamEntity(learner.id(), quizId, day));
  }

  @Override
  public void remove(Account learner, String quizId) {
    exams.deleteById(new ExamEntity.Key(learner.id(), quizId));
  }

  /** The cards to practise today for the nearest exam on a quiz. */
  List<CardEntity> today(Account learner, String quizId) {
    LocalDate today = today(learner);
    List<CardEntity> ofQuiz =
        practicable(cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions(quizId))).toList();
    return dates(learner, today).stream()
        // One that is today leaves nothing to prepare, and must not hide a later one.
        .filter(date -> date.quizId().equals(quizId) && date.day().isAfter(today))
        .findFirst()
        .map(date -> ExamPlan.of(ofQuiz, date.day(), today).today())
        .orElse(List.of());
  }

  /** Cards that were answered and are neither retired nor suspended. */
  static Stream<CardEntity> practicable(Collection<CardEntity> cards) {
    return cards.stream().filter(ExamService::practicable);
  }

  static boolean practicable(CardEntity card) {
    return !card.fresh && !card.retired && !card.schedule.suspended();
  }

  private record Date(String quizId, LocalDate day, @Nullable String cohort) {}

  private List<Date> dates(Account learner, LocalDate today) {
    Stream<Date> own =
        exams.findByLearnerIdAndExamDayGreaterThanEqual(learner.id(), today).stream()
            .map(exam -> new Date(exam.quizId, exam.examDay, null));
    Stream<Date> ofCohorts =
        assigned.of(learner.id(), today).stream()
            .map(exam -> new Date(exam.quizId(), exam.day(), exam.cohort()));
    return Stream.concat(own, ofCohorts)
        .filter(date -> catalogue.quiz(date.quizId()).isPresent())
        .sorted(Comparator.comparing(Date::day).thenComparing(Date::quizId))
        .toList();
  }

  private Exam exam(Date date, Map<String, CardEntity> byQuestion, LocalDate today) {
    List<String> questions = questions(date.quizId());
    List<CardEntity> begun =
        questions.stream()
            .map(byQuestion::get)
            .flatMap(Stream::ofNullable)
            .filter(card -> !card.fresh)
            .toList();
    List<CardEntity> ofQuiz = practicable(begun).toList();
    ExamPlan plan = ExamPlan.of(ofQuiz, date.day(), today);
    return new Exam(
        date.quizId(),
        date.day(),
        date.cohort(),
        plan.from(),
        plan.today().size(),
        plan.seen(),
        ofQuiz.size(),
        (int) begun.stream().filter(card -> card.schedule.suspended()).count(),
        questions.size() - begun.size());
  }

  private List<String> questions(String quizId) {
    return catalogue.quiz(quizId).map(Quiz::questions).orElse(List.of()).stream()
        .map(version -> version.question().id())
        .toList();
  }

  private LocalDate today(Account learner) {
    return learner.calendar().dayOf(clock.instant());
  }
}
