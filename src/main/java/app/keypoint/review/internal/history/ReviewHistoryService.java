package app.keypoint.review.internal.history;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.content.Catalogue;
import app.keypoint.content.OpenQuizzes;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.review.history.ImportRefused.Reason;
import app.keypoint.review.history.ImportRefused;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.DayCount;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.OwnAnswer;
import app.keypoint.review.internal.log.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class ReviewHistoryService implements ReviewHistory {

  private final int mostAtOnce;
  private final int mostInAll;
  private final LogRepository log;
  private final CardRepository cards;
  private final PastReviewRepository past;
  private final PastAnswers pastAnswers;
  private final Imports imports;
  private final DayCounts days;
  private final Rescheduling rescheduling;
  private final LogWriter writer;
  private final Catalogue catalogue;
  private final Accounts accounts;
  private final OpenQuizzes open;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Clock clock;

  ReviewHistoryService(
      @Value("${keypoint.import.at-once:100000}") int mostAtOnce,
      @Value("${keypoint.import.in-all:500000}") int mostInAll,
      LogRepository log,
      CardRepository cards,
      PastReviewRepository past,
      PastAnswers pastAnswers,
      Imports imports,
      DayCounts days,
      Rescheduling rescheduling,
      LogWriter writer,
      Catalogue catalogue,
      Accounts accounts,
      OpenQuizzes open,
      AuditTrail audit,
      TransactionOperations transaction,
      Clock clock) {
    this.mostAtOnce = mostAtOnce;
    this.mostInAll = mostInAll;
    this.log = log;
    this.cards = cards;
    this.past = past;
    this.pastAnswers = pastAnswers;
    this.imports = imports;
    this.days = days;
    this.rescheduling = rescheduling;
    this.writer = writer;
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.open = open;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<PastAnswer> answers(long learnerId) {
    Queue<PastAnswer> brought = new ArrayDeque<>();
    past.findByLearnerIdOrderByAt(learnerId).forEach(answer -> brought.add(answer.toAnswer()));
    List<PastAnswer> all = new ArrayList<>();
    // Those given here keep the order of their steps: clocks of two servers may differ.
    for (OwnAnswer own : log.answers(learnerId)) {
      PastAnswer answer = own.toAnswer();
      while (!brought.isEmpty() && brought.peek().at().isBefore(answer.at())) {
        all.add(brought.remove());
      }
      all.add(answer);
    }
    all.addAll(brought);
    return all;
  }

  @Override
  public int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public Addition preview(Account learner, List<PastAnswer> answers) {
    return addition(learner.id(), answers, allowed(learner.id(), answers));
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public Addition add(Account learner, List<PastAnswer> answers) {
    return inTurn(
        learner,
        step -> {
          List<PastAnswer> added = allowed(learner.id(), answers);
          if (!added.isEmpty()) {
            LocalDate first = added.getFirst().studyDay();
            LocalDate last = added.getLast().studyDay();
            add(
                step,
                added,
                imports.begin(learner.id(), clock.instant(), added.size(), first, last));
            record(AuditKind.HISTORY_IMPORTED, learner, added.size());
          }
          return addition(learner.id(), answers, added);
        });
  }

  private void add(Step step, List<PastAnswer> added, long importId) {
    pastAnswers.insert(step.learnerId(), importId, added);
    SortedMap<LocalDate, DayCount> counts = new TreeMap<>();
    added.forEach(answer -> counts.merge(answer.studyDay(), DayCount.of(answer), DayCount::plus));
    days.add(step.learnerId(), counts);
    reschedule(step, added, importId);
  }

  @Override
  public List<Import> imports(long learnerId) {
    return imports.of(learnerId);
  }

  @Override
  @Transactional(propagation = Propagation.NEVER)
  public void takeBack(Account learner, long importId) {
    inTurn(
        learner,
        step -> {
          Import taken =
              imports
                  .find(learner.id(), importId)
                  .orElseThrow(() -> new GoneException("import " + importId));
          SortedMap<LocalDate, DayCount> counts = new TreeMap<>();
          pastAnswers.each(
              importId,
              answer ->
                  counts.merge(answer.studyDay(), DayCount.of(answer).negated(), DayCount::plus));
          List<String> questions = pastAnswers.questions(learner.id(), importId);
          List<String> forgotten = writer.forget(step, pastAnswers.begun(learner.id(), importId));
          pastAnswers.delete(importId);
          imports.delete(importId);
          days.add(learner.id(), counts);
          // As if it had never been brought: what another import knows as well begins with that.
          pastAnswers.firsts(learner.id(), forgotten).forEach(first -> begin(step, first));
          record(AuditKind.IMPORT_TAKEN_BACK, learner, taken.answers());
          return rescheduling.some(step, questions, step.scheduler());
        });
  }

  /** By name: an import runs in the background, where nobody is signed in. */
  private void record(AuditKind kind, Account learner, int answers) {
    audit.record(AuditNote.of(kind).by(learner.username()).with(String.valueOf(answers)));
  }

  /**
   * In a transaction, and alone among the learner's imports.
   *
   * @throws GoneException when the account is not in use any more
   */
  private <T> T inTurn(Account learner, Function<Step, T> work) {
    transaction.executeWithoutResult(_ -> imports.prepare(learner.id()));
    return transaction.execute(
        _ -> {
          imports.takeTurn(learner.id());
          Step step = writer.begin(learner);
          // Asked once it is held: it may have waited while the account was erased.
          if (accounts.active(learner.id()).isEmpty()) {
            throw new GoneException("account " + learner.id());
          }
          return work.apply(step);
        });
  }

  /**
   * Those that are not there yet, each once, oldest first.
   *
   * @throws ImportRefused when they are more than may be brought
   */
  private List<PastAnswer> allowed(long learnerId, List<PastAnswer> answers) {
    if (answers.size() > mostAtOnce) {
      throw new ImportRefused(Reason.TOO_MANY, mostAtOnce);
    }
    List<PastAnswer> unknown = unknown(learnerId, answers);
    if (!unknown.isEmpty() && imports.total(learnerId) + unknown.size() > mostInAll) {
      throw new ImportRefused(Reason.FULL, mostInAll);
    }
    return unknown;
  }

  private List<PastAnswer> unknown(long learnerId, List<PastAnswer> answers) {
    Map<Key, PastAnswer> unknown = new LinkedHashMap<>();
    answers.forEach(answer -> unknown.putIfAbsent(Key.of(answer), answer));
    List<Instant> times = answers.stream().map(PastAnswer::at).sorted().toList();
    if (!times.isEmpty()) {
      // Answers given here are kept to the microsecond.
      Instant to = times.getLast().plusMillis(1);
      pastAnswers.eachKey(
          learnerId,
          times.getFirst(),
          to,
          (card, at) -> unknown.remove(new Key(card, at.toEpochMilli())));
    }
    return unknown.values().stream().sorted(Comparator.comparing(PastAnswer::at)).toList();
  }

  /** To the millisecond, as the exchange format tells it. */
  private record Key(String card, long millis) {
    static Key of(PastAnswer answer) {
      return new Key(answer.card(), answer.at().toEpochMilli());
    }
  }

  private Addition addition(long learnerId, List<PastAnswer> answers, List<PastAnswer> added) {
    Set<String> names = answers.stream().map(PastAnswer::card).collect(Collectors.toSet());
    List<String> served = names.stream().filter(this::isQuestion).toList();
    List<String> closed = served.stream().filter(Predicate.not(isForThem(learnerId))).toList();
    int begun =
        closed.isEmpty() ? 0 : cards.findByLearnerIdAndQuestionIdIn(learnerId, closed).size();
    return new Addition(
        added.size(),
        answers.size() - added.size(),
        names.size(),
        served.size() - closed.size() + begun);
  }

  private boolean isQuestion(String card) {
    return catalogue.question(card).isPresent();
  }

  /** Whether a question is of a quiz that is for the learner: only then may a card begin. */
  private Predicate<String> isForThem(long learnerId) {
    Set<String> quizzes = open.to(learnerId).stream().map(Quiz::id).collect(Collectors.toSet());
    return card ->
        catalogue.question(card).filter(found -> quizzes.contains(found.quizId())).isPresent();
  }

  /**
   * Cards whose question is not served at the moment have a past as well, and so have those of a
   * quiz that has been closed to the learner since they began. None begins of such a quiz: the ids
   * of its questions are in the logs of all who have cards of it.
   */
  private void reschedule(Step step, List<PastAnswer> added, long importId) {
    Set<String> questions = new HashSet<>(pastAnswers.questions(step.learnerId(), importId));
    Predicate<String> isForThem = isForThem(step.learnerId());
    for (PastAnswer answer : added) {
      if (isForThem.test(answer.card()) && questions.add(answer.card())) {
        begin(step, answer);
      }
    }
    if (!questions.isEmpty()) {
      var unused = rescheduling.some(step, questions, step.scheduler());
    }
  }

  private void begin(Step step, PastAnswer first) {
    if (isQuestion(first.card())) {
      var unused = writer.create(step, first.card(), first.studyDay(), first.at());
    }
  }
}
