package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeScope;
import app.keypoint.review.Practising;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.internal.LogRepository.Practised;
import app.keypoint.review.internal.Undoing.Outcome;
import app.keypoint.scheduling.Grade;
import app.keypoint.scheduling.Sm2Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class PracticeService implements Practising {

  private static final int HARDEST = 20;
  private static final int DAYS_OF_WEEK = 7;

  private final CardRepository cards;
  private final LogRepository log;
  private final ExamService exams;
  private final Steps steps;
  private final Undoing undoing;
  private final Answers answers;
  private final DueCards dueCards;
  private final Catalogue catalogue;
  private final Clock clock;

  PracticeService(
      CardRepository cards,
      LogRepository log,
      ExamService exams,
      Steps steps,
      Undoing undoing,
      Answers answers,
      DueCards dueCards,
      Catalogue catalogue,
      Clock clock) {
    this.cards = cards;
    this.log = log;
    this.exams = exams;
    this.steps = steps;
    this.undoing = undoing;
    this.answers = answers;
    this.dueCards = dueCards;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Sitting sitting(Account learner, PracticeScope scope, Instant since) {
    Map<Long, Practised> latest = new LinkedHashMap<>();
    log.practised(learner.id(), learner.calendar().dayOf(since), since)
        .forEach(
            answer -> {
              latest.remove(answer.getCardId()); // so that what was answered last stands last
              latest.put(answer.getCardId(), answer);
            });
    Moment moment = moment(learner);
    Set<Long> buried = log.buriedOn(learner.id(), moment.today());
    Stream<CardEntity> untouched =
        inScope(learner, scope, moment.today()).stream()
            .filter(card -> !latest.containsKey(card.id()) && !buried.contains(card.id()));
    List<Long> wrong =
        latest.values().stream()
            .filter(answer -> answer.getGrade() < Grade.HARD.q())
            .map(Practised::getCardId)
            .toList();
    Stream<CardEntity> again =
        ExamService.practicable(cards.findAllById(wrong))
            .filter(card -> !buried.contains(card.id()))
            .sorted(Comparator.comparing(card -> wrong.indexOf(card.id())));
    List<CardEntity> left = Stream.concat(untouched, again).filter(dueCards::served).toList();
    return new Sitting(
        latest.size() - wrong.size(),
        left.size(),
        left.stream().findFirst().map(card -> dueCards.show(card, StepKind.PRACTICE, moment)));
  }

  @Override
  public Recorded answer(Account learner, CardAnswer answer) {
    Step step = answers.begin(learner);
    CardEntity card = steps.card(step, answer.cardId());
    if (card.version != answer.version()) {
      return answers.before(answer);
    }
    if (!ExamService.practicable(card)) {
      throw new StaleCardException(answer.cardId());
    }
    return answers.record(
        step, card, answer, StepKind.PRACTICE, _ -> card.schedule.practised(step.day()));
  }

  @Override
  public Acted act(Account learner, long cardId, int version, StepKind action) {
    Step step = steps.begin(learner);
    CardEntity card = steps.card(step, cardId);
    if (card.version != version) {
      return steps.before(card, version, action);
    }
    CardSchedule after = card.schedule.after(action, step.moment());
    // Burying keeps even a card that is not due out of practice.
    return action == StepKind.BURY || !after.equals(card.schedule)
        ? steps.note(step, card, action, after)
        : Acted.NOTHING;
  }

  @Override
  public Undo undo(Account learner, Instant since) {
    Step step = steps.begin(learner);
    return switch (undoing.besidesQueue(step, since)) {
      case Outcome.Stays(Undo.Reason reason) -> new Undo.Refused(reason);
      case Outcome.TakenBack(StepKind kind, List<CardEntity> again) ->
          new Undo.Done(
              kind,
              again.size(),
              again.size() == 1 ? toPractise(learner, again.getFirst()) : Optional.empty());
    };
  }

  private Optional<DueCard> toPractise(Account learner, CardEntity card) {
    Moment moment = moment(learner);
    return ExamService.practicable(card)
            && !log.buriedOn(learner.id(), moment.today()).contains(card.id())
        ? Optional.of(dueCards.show(card, StepKind.PRACTICE, moment))
        : Optional.empty();
  }

  private List<CardEntity> inScope(Account learner, PracticeScope scope, LocalDate today) {
    return switch (scope) {
      case PracticeScope.OfQuiz(String quizId) ->
          ofQuestions(learner, questions(quiz -> quiz.id().equals(quizId), _ -> true));
      case PracticeScope.OfKeyPoint(String keyPointId) ->
          ofQuestions(
              learner, questions(_ -> true, question -> question.keyPointId().equals(keyPointId)));
      case PracticeScope.Hardest() -> hardest(learner);
      case PracticeScope.WrongThisWeek() ->
          byRecall(
              cards.findByLearnerIdAndIdIn(
                  learner.id(),
                  log.forgottenSince(learner.id(), today.minusDays(DAYS_OF_WEEK - 1L))),
              today);
      case PracticeScope.BeforeExam(String quizId) -> exams.today(learner, quizId);
    };
  }

  private List<CardEntity> ofQuestions(Account learner, List<String> questions) {
    return byRecall(
        cards.findByLearnerIdAndQuestionIdIn(learner.id(), questions),
        learner.calendar().dayOf(clock.instant()));
  }

  private List<CardEntity> hardest(Account learner) {
    return ExamService.practicable(cards.troubled(learner.id(), HARDEST)).toList();
  }

  private List<CardEntity> byRecall(Collection<CardEntity> some, LocalDate today) {
    return ExamService.practicable(some).sorted(CatchUpPlan.mostForgettableFirst(today)).toList();
  }

  private List<String> questions(Predicate<Quiz> quizzes, Predicate<Question> questions) {
    return catalogue.quizzes().stream()
        .filter(quizzes)
        .flatMap(quiz -> quiz.questions().stream())
        .map(version -> version.question())
        .filter(questions)
        .map(Question::id)
        .toList();
  }

  /** Practice moves no schedule, so any scheduler does for the previews, which nobody is shown. */
  private Moment moment(Account learner) {
    Instant now = clock.instant();
    return new Moment(learner.calendar().dayOf(now), now, new Sm2Scheduler(), Smoothing.NONE);
  }
}
