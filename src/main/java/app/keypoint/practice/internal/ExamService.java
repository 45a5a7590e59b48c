package app.keypoint.practice.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.GoneException;
import app.keypoint.practice.AssignedExams;
import app.keypoint.practice.Exam;
import app.keypoint.practice.Exams;
import app.keypoint.review.CardReading;
import app.keypoint.review.CardSnapshot;
import java.time.Clock;
import java.time.LocalDate;
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
  private final CardReading cards;
  private final Catalogue catalogue;
  private final OpenQuizzes open;
  private final Clock clock;

  ExamService(
      ExamRepository exams,
      AssignedExams assigned,
      CardReading cards,
      Catalogue catalogue,
      OpenQuizzes open,
      Clock clock) {
    this.exams = exams;
    this.assigned = assigned;
    this.cards = cards;
    this.catalogue = catalogue;
    this.open = open;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Exam> of(Account learner) {
    LocalDate today = learner.today(clock);
    List<Date> dates = dates(learner, today);
    if (dates.isEmpty()) {
      return List.of();
    }
    List<String> questions =
        dates.stream().flatMap(date -> questions(date.quizId()).stream()).distinct().toList();
    Map<String, CardSnapshot> byQuestion =
        cards.ofQuestions(learner.id(), questions).stream()
            .collect(Collectors.toMap(card -> card.state().questionId(), Function.identity()));
    return dates.stream().map(date -> exam(date, byQuestion, today)).toList();
  }

  @Override
  public void set(Account learner, String quizId, LocalDate day) {
    if (!open.isFor(learner.id(), quizId) && !begun(learner, quizId)) {
      throw new GoneException("quiz " + quizId);
    }
    if (!day.isAfter(learner.today(clock))) {
      throw new IllegalArgumentException("An exam lies ahead, but " + day + " does not");
    }
    exams.put(learner.id(), quizId, day);
  }

  @Override
  public void remove(Account learner, String quizId) {
    exams.deleteById(new ExamEntity.Key(learner.id(), quizId));
  }

  /** The cards to practise today for the nearest exam on a quiz. */
  List<CardSnapshot> today(Account learner, String quizId) {
    LocalDate today = learner.today(clock);
    List<CardSnapshot> ofQuiz =
        cards.ofQuestions(learner.id(), questions(quizId)).stream()
            .filter(CardSnapshot::practicable)
            .toList();
    return dates(learner, today).stream()
        // One that is today leaves nothing to prepare, and must not hide a later one.
        .filter(date -> date.quizId().equals(quizId) && date.day().isAfter(today))
        .findFirst()
        .map(date -> ExamPlan.of(ofQuiz, date.day(), today).today())
        .orElse(List.of());
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

  private Exam exam(Date date, Map<String, CardSnapshot> byQuestion, LocalDate today) {
    List<String> questions = questions(date.quizId());
    List<CardSnapshot> begun =
        questions.stream()
            .map(byQuestion::get)
            .flatMap(Stream::ofNullable)
            .filter(card -> !card.fresh())
            .toList();
    List<CardSnapshot> ofQuiz = begun.stream().filter(CardSnapshot::practicable).toList();
    ExamPlan plan = ExamPlan.of(ofQuiz, date.day(), today);
    return new Exam(
        date.quizId(),
        date.day(),
        date.cohort(),
        plan.from(),
        plan.today().size(),
        plan.seen(),
        ofQuiz.size(),
        (int) begun.stream().filter(card -> card.suspended()).count(),
        questions.size() - begun.size());
  }

  /** Whoever has cards of a quiz goes on with it, for whomever it is since. */
  private boolean begun(Account learner, String quizId) {
    List<String> questions = questions(quizId);
    return !questions.isEmpty() && !cards.ofQuestions(learner.id(), questions).isEmpty();
  }

  private List<String> questions(String quizId) {
    return catalogue.quiz(quizId).map(Quiz::questionIds).orElse(List.of());
  }
}
