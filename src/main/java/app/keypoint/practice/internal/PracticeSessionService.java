package app.keypoint.practice.internal;

import static app.keypoint.review.CardSnapshot.mostForgettableFirst;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.review.CardReading;
import app.keypoint.review.CardReading.Lately;
import app.keypoint.review.CardReading.Practised;
import app.keypoint.review.CardSnapshot;
import app.keypoint.review.DueCard;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class PracticeSessionService implements PracticeSessions {

  private static final int HARDEST = 20;
  private static final int DAYS_OF_WEEK = 7;

  /** So many study days a wrong answer that the learner was sure of comes first. */
  private static final int SURE_DAYS = 30;

  private final CardReading cards;
  private final ExamService exams;
  private final Catalogue catalogue;
  private final Clock clock;

  PracticeSessionService(CardReading cards, ExamService exams, Catalogue catalogue, Clock clock) {
    this.cards = cards;
    this.exams = exams;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public PracticeSession at(Account learner, PracticeScope scope, Instant since) {
    Map<Long, Practised> latest = new LinkedHashMap<>();
    cards
        .practised(learner.id(), learner.calendar().dayOf(since), since)
        .forEach(
            answer -> {
              latest.remove(answer.cardId()); // so that what was answered last stands last
              latest.put(answer.cardId(), answer);
            });
    LocalDate today = learner.today(clock);
    boolean sureFirst = learner.confidenceAsked() || scope instanceof PracticeScope.SureWrong;
    Lately lately =
        sureFirst
            ? cards.lately(learner.id(), today, sureFrom(today))
            : new Lately(cards.buriedOn(learner.id(), today), Set.of());
    Set<Long> buried = lately.buried();
    Set<Long> first = lately.sureWrong();
    Stream<CardSnapshot> untouched =
        inScope(learner, scope, today, first)
            .filter(card -> !latest.containsKey(card.id()) && !buried.contains(card.id()))
            .sorted(Comparator.comparing(card -> !first.contains(card.id())));
    List<Long> wrong =
        latest.values().stream()
            .filter(answer -> answer.grade().lapse())
            .map(Practised::cardId)
            .toList();
    Stream<CardSnapshot> again =
        cards.among(learner.id(), wrong).stream()
            .filter(card -> card.practicable() && !buried.contains(card.id()))
            .sorted(Comparator.comparing(card -> wrong.indexOf(card.id())));
    List<CardSnapshot> left =
        Stream.concat(untouched, again).filter(card -> question(card).isPresent()).toList();
    Optional<CardSnapshot> next = left.stream().findFirst();
    return new PracticeSession(
        latest.size() - wrong.size(),
        left.size(),
        next.flatMap(this::show),
        // What was wrong in this practice as well comes last.
        next.filter(card -> first.contains(card.id()) && !latest.containsKey(card.id()))
            .isPresent());
  }

  @Override
  public boolean anySureWrong(Account learner) {
    LocalDate today = learner.today(clock);
    return cards.sureWrongPracticable(learner.id(), today, sureFrom(today));
  }

  private static LocalDate sureFrom(LocalDate today) {
    return today.minusDays(SURE_DAYS - 1L);
  }

  private Optional<DueCard> show(CardSnapshot card) {
    return question(card).map(question -> DueCard.practised(card, question));
  }

  private Optional<QuestionVersion> question(CardSnapshot card) {
    return catalogue.question(card.state().questionId());
  }

  private Stream<CardSnapshot> inScope(
      Account learner, PracticeScope scope, LocalDate today, Set<Long> sureWrong) {
    return switch (scope) {
      case PracticeScope.OfQuiz(String quizId) ->
          ofQuestions(learner, today, quiz -> quiz.id().equals(quizId), _ -> true);
      case PracticeScope.OfKeyPoint(String keyPointId) ->
          ofQuestions(
              learner, today, _ -> true, question -> question.keyPointId().equals(keyPointId));
      case PracticeScope.Hardest() ->
          cards.troubled(learner.id(), HARDEST).stream().filter(CardSnapshot::practicable);
      case PracticeScope.WrongThisWeek() ->
          byRecall(
              cards.among(
                  learner.id(),
                  cards.forgottenSince(learner.id(), today.minusDays(DAYS_OF_WEEK - 1L))),
              today);
      case PracticeScope.SureWrong() -> byRecall(cards.among(learner.id(), sureWrong), today);
      case PracticeScope.BeforeExam(String quizId) -> exams.today(learner, quizId).stream();
    };
  }

  private Stream<CardSnapshot> ofQuestions(
      Account learner, LocalDate today, Predicate<Quiz> quizzes, Predicate<Question> questions) {
    List<String> ids =
        catalogue.quizzes().stream()
            .filter(quizzes)
            .flatMap(quiz -> quiz.questions().stream())
            .map(QuestionVersion::question)
            .filter(questions)
            .map(Question::id)
            .toList();
    return byRecall(cards.ofQuestions(learner.id(), ids), today);
  }

  private static Stream<CardSnapshot> byRecall(List<CardSnapshot> some, LocalDate today) {
    return some.stream().filter(CardSnapshot::practicable).sorted(mostForgettableFirst(today));
  }
}
