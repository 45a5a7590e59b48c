package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.internal.Signed;
import app.keypoint.lives.Life.Sheet;
import app.keypoint.lives.Model.Event;
import app.keypoint.lives.Model.State;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.Cards;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.DueCard;
import app.keypoint.review.Exams;
import app.keypoint.review.Grade;
import app.keypoint.review.NewCards;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.PastAnswer.Phase;
import app.keypoint.review.PracticeScope;
import app.keypoint.review.Practising;
import app.keypoint.review.Practising.Sitting;
import app.keypoint.review.ReviewHistory;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StaleCardException;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** Does what happens to the services and to the models alike. */
final class World {

  static final Instant START = Instant.parse("2031-03-05T09:00:00Z");
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Los_Angeles"));
  private static final Duration PACE = Studying.PACE;

  final ApplicationContext context;
  final Shelf shelf;
  private final BetweenCommitAndSwap swap;
  final List<Life> lives;
  Instant now = START;

  private final Reviewing reviewing;
  private final Practising practising;
  private final QuizTaking taking;
  private final NewCards newCards;
  private final Catalogue catalogue;

  World(
      ApplicationContext context, Shelf shelf, BetweenCommitAndSwap swap, List<Account> accounts) {
    this.swap = swap;
    this.context = context;
    this.shelf = shelf;
    this.lives =
        accounts.stream().map(account -> new Life(account, new Model(shelf::served))).toList();
    this.reviewing = context.getBean(Reviewing.class);
    this.practising = context.getBean(Practising.class);
    this.taking = context.getBean(QuizTaking.class);
    this.newCards = context.getBean(NewCards.class);
    this.catalogue = context.getBean(Catalogue.class);
  }

  void apply(Op op) {
    now = now.plusSeconds(op.later());
    Life life = lives.get(op.who());
    switch (op.kind()) {
      case REVIEW -> review(life, grade(op), false);
      case REVIEW_TWICE -> review(life, grade(op), true);
      case REVIEW_STALE -> pick(List.copyOf(life.shown), op.a()).ifPresent(c -> send(life, c, op));
      case ACT -> act(life, op);
      case PRACTISE -> practise(life, op);
      case PRACTISE_ACT -> actInPractice(life, op);
      case PRACTISE_UNDO -> undoPractice(life);
      case UNDO -> undo(life);
      case ACT_ON_MANY -> actOnMany(life, op);
      case RESUME -> resume(life);
      case CATCH_UP -> catchUp(life, 1 + op.a() % CatchingUp.MOST_DAYS);
      case ADD -> add(life, quiz(op));
      case WITHDRAW -> withdraw(life, quiz(op));
      case QUIZ_ANSWER -> answerQuiz(life, quiz(op), op.b() % 3 > 0);
      case QUIZ_REST -> answerRest(life, quiz(op), op.b() % 3 > 0);
      case QUIZ_RESTART -> restart(life, quiz(op));
      case QUIZ_FINISH -> finish(life, quiz(op), op.b() % 2 == 0);
      case IMPORT -> bring(life, op);
      case IMPORT_AGAIN -> bring(life, life.lastImport);
      case SCHEDULER -> changeScheduler(life, op);
      case LIMITS -> limits(life, op);
      case EXAM -> exam(life, op);
      case RETIRE -> retire(life, question(op), op.b() % 2 == 0);
      case CORRECT -> shelf.correct(context, question(op));
      case MOVE -> move(life, op);
      case DAYS -> now = now.plus(Duration.ofHours(op.a() % 4 == 0 ? op.b() * 12L : op.b() % 50));
    }
  }

  private static <T> Optional<T> pick(List<T> some, int index) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(index % some.size()));
  }

  private static Grade grade(Op op) {
    return Grade.values()[op.a() % 10 < 6 ? op.a() % 6 : 4];
  }

  private static String quiz(Op op) {
    return op.a() % 2 == 0 ? "fruit" : "stone";
  }

  /** Never a quiz's first question, so that each quiz has one. */
  private static String question(Op op) {
    List<String> some = Shelf.QUESTIONS.get(quiz(op));
    return some.get(1 + op.b() % (some.size() - 1));
  }

  private <T> T at(Supplier<T> action) {
    return Studying.at(now, action);
  }

  private LocalDate today(Life life) {
    return life.day(now);
  }

  private Expected expected(Life life) {
    return new Expected(life.model, today(life));
  }

  // Reviews

  private void review(Life life, Grade grade, boolean twice) {
    Optional<DueCard> head = at(() -> reviewing.next(life.account));
    head.ifPresent(
        card -> {
          Grade counted = counted(card, grade);
          Recorded recorded = record(life, card, grade, twice);
          assertThat(recorded.grade()).isEqualTo(counted);
          remember(life, card);
          String question = card.question().question().id();
          LocalDate day = today(life);
          StepKind what =
              life.model.state(question).drilledOn(day) ? StepKind.DRILL : StepKind.SCHEDULED;
          State after = happens(life, life.model.newStep(), what, question, counted, null);
          assertThat(preview(recorded)).isEqualTo(expected(life).preview(after));
        });
  }

  private Recorded record(Life life, DueCard card, Grade grade, boolean twice) {
    if (!twice) {
      return at(() -> reviewing.answer(life.account, answer(card, grade)));
    }
    Supplier<Recorded> click = () -> at(() -> reviewing.answer(life.account, answer(card, grade)));
    CompletableFuture<Recorded> other = CompletableFuture.supplyAsync(click);
    Recorded one = click.get();
    Recorded two = other.join();
    assertThat(List.of(two.grade(), preview(two))).isEqualTo(List.of(one.grade(), preview(one)));
    return one;
  }

  private static DueCard.Preview preview(Recorded recorded) {
    return new DueCard.Preview(recorded.intervalDays(), recorded.againToday());
  }

  private State happens(
      Life life, int step, StepKind what, String question, Grade grade, LocalDate until) {
    return life.model.happens(
        step, what, question, now, today(life), grade, until, PACE.toMillis());
  }

  private CardAnswer answer(DueCard card, Grade grade) {
    return card.answer(response(card, grade), grade, PACE);
  }

  /** Text that was right may still be graded as forgotten; options may not. */
  private static Response response(DueCard card, Grade grade) {
    Question question = card.question().question();
    return grade.lapse() && question instanceof Question.Choice
        ? Responses.wrong(question)
        : Responses.right(question);
  }

  private static Grade counted(DueCard card, Grade grade) {
    return grade.lapse() && card.question().question() instanceof Question.Choice
        ? Grade.FORGOT
        : grade;
  }

  private static void remember(Life life, DueCard card) {
    life.shown.addFirst(card);
    while (life.shown.size() > 6) {
      life.shown.removeLast();
    }
  }

  /** A tab that was left open sends what it shows. */
  private void send(Life life, DueCard card, Op op) {
    String question = card.question().question().id();
    Grade grade = op.b() % 2 == 0 ? Grade.GOOD : Grade.FORGOT;
    Supplier<Recorded> click = () -> at(() -> reviewing.answer(life.account, answer(card, grade)));
    if (!Long.valueOf(card.cardId()).equals(life.ids.get(question))) {
      assertThatThrownBy(click::get).isInstanceOf(GoneException.class);
      return;
    }
    if (life.model.version(question) == card.version()) {
      State state = life.model.state(question);
      boolean waits =
          shelf.served(question) && !state.suspended() && !state.comesUp().isAfter(today(life));
      if (waits) {
        Recorded recorded = click.get();
        StepKind what = state.drilledOn(today(life)) ? StepKind.DRILL : StepKind.SCHEDULED;
        State after = happens(life, life.model.newStep(), what, question, recorded.grade(), null);
        assertThat(preview(recorded)).isEqualTo(expected(life).preview(after));
      } else {
        assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
      }
      return;
    }
    Event then = life.entry(question, card.version());
    boolean stands = life.model.standing().contains(then);
    if (then.what().reviewAnswer() && stands) {
      Recorded recorded = click.get();
      assertThat(recorded.grade()).isEqualTo(then.grade());
    } else {
      assertThatThrownBy(click::get).isInstanceOf(StaleCardException.class);
    }
  }

  private void undo(Life life) {
    List<Event> undone = life.model.undo(now, today(life));
    assertThat(cards(at(() -> reviewing.undo(life.account))))
        .as("cards taken back")
        .isEqualTo(undone.size());
  }

  private static int cards(Undo undo) {
    return undo instanceof Undo.Done done ? done.cards() : 0;
  }

  // Cards

  private void act(Life life, Op op) {
    StepKind action = StepKind.ACTIONS.get(op.a() % StepKind.ACTIONS.size());
    Optional<DueCard> card =
        op.b() % 4 == 0
            ? pick(List.copyOf(life.shown), op.b())
            : at(() -> reviewing.next(life.account));
    card.ifPresent(
        shown -> {
          String question = shown.question().question().id();
          Runnable click =
              () ->
                  at(
                      () -> {
                        reviewing.act(life.account, shown.cardId(), shown.version(), action);
                        return true;
                      });
          if (!Long.valueOf(shown.cardId()).equals(life.ids.get(question))) {
            assertThatThrownBy(click::run).isInstanceOf(GoneException.class);
          } else if (life.model.version(question) == shown.version()) {
            click.run();
            remember(life, shown);
            actOn(life, life.model.newStep(), question, action);
          } else {
            Event then = life.entry(question, shown.version());
            boolean stands = life.model.standing().contains(then);
            if (then.what() == action && stands) {
              click.run();
            } else {
              assertThatThrownBy(click::run).isInstanceOf(StaleCardException.class);
            }
          }
        });
  }

  /** What changes nothing is no step. */
  private boolean actOn(Life life, int step, String question, StepKind action) {
    State before = life.model.state(question);
    Event event =
        new Event(
            step, action, question, now, today(life), null, null, null, Model.Count.NONE, false);
    boolean changes = !before.after(event, life.model.scheduler()).equals(before);
    if (changes) {
      happens(life, step, action, question, null, null);
    }
    return changes;
  }

  private void actOnMany(Life life, Op op) {
    StepKind action = StepKind.ACTIONS.get(op.a() % StepKind.ACTIONS.size());
    List<String> chosen =
        life.model.born.keySet().stream().filter(q -> (q.hashCode() + op.b()) % 3 != 0).toList();
    List<Long> ids = chosen.stream().map(life.ids::get).toList();
    int acted = at(() -> context.getBean(Cards.class).act(life.account, ids, action)).cards();
    int step = life.model.newStep();
    long changed =
        chosen.stream()
            .filter(shelf::served)
            .filter(question -> actOn(life, step, question, action))
            .count();
    assertThat(acted).isEqualTo((int) changed);
  }

  private void resume(Life life) {
    int step = life.model.newStep();
    List<String> suspended =
        life.model.states().entrySet().stream()
            .filter(c -> shelf.served(c.getKey()) && c.getValue().suspended())
            .map(Map.Entry::getKey)
            .toList();
    suspended.forEach(question -> happens(life, step, StepKind.RESUME, question, null, null));
    assertThat(at(() -> reviewing.resume(life.account))).isEqualTo(suspended.size());
  }

  private void catchUp(Life life, int days) {
    LocalDate today = today(life);
    Map<String, State> queued = life.model.queued();
    queued.values().removeIf(card -> card.isFresh());
    Map<LocalDate, Integer> totals = new LinkedHashMap<>();
    today.datesUntil(today.plusDays(days)).forEach(day -> totals.put(day, 0));
    queued.values().forEach(c -> totals.computeIfPresent(c.comesUp(), (_, n) -> n + 1));
    List<String> backlog =
        life.model.forgettable(
            queued.entrySet().stream()
                .filter(c -> c.getValue().comesUp().isBefore(today))
                .filter(c -> !c.getValue().seenOn(today))
                .map(Map.Entry::getKey),
            today);
    Map<LocalDate, Integer> room = new HashMap<>();
    for (int i = 0; i < backlog.size(); i++) {
      LocalDate lightest =
          totals.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
      totals.merge(lightest, 1, Integer::sum);
      room.merge(lightest, 1, Integer::sum);
    }
    int step = life.model.newStep();
    int next = 0;
    int putOff = 0;
    for (LocalDate day : totals.keySet()) {
      for (int i = 0; i < room.getOrDefault(day, 0); i++) {
        happens(life, step, StepKind.CATCH_UP, backlog.get(next++), null, day);
        putOff += day.isAfter(today) ? 1 : 0;
      }
    }
    int spread = at(() -> context.getBean(CatchingUp.class).spread(life.account, days)).cards();
    assertThat(spread).isEqualTo(putOff);
  }

  private void add(Life life, String quiz) {
    add(life, quiz, shelf::served);
  }

  private void add(Life life, String quiz, Predicate<String> served) {
    int added = at(() -> newCards.add(life.account, quiz));
    List<String> made =
        Shelf.QUESTIONS.get(quiz).stream()
            .filter(served)
            .filter(q -> !life.model.born.containsKey(q))
            .toList();
    made.forEach(q -> life.model.born.put(q, State.fresh(today(life), now)));
    assertThat(added).isEqualTo(made.size());
  }

  /** A quiz may be taken up by what is served just before the new content is. */
  private void retire(Life life, String question, boolean meanwhile) {
    if (meanwhile) {
      Set<String> before = new HashSet<>();
      Shelf.QUESTIONS
          .values()
          .forEach(some -> some.stream().filter(shelf::served).forEach(before::add));
      swap.once(() -> add(life, Shelf.quizOf(question), before::contains));
    }
    shelf.toggle(context, question);
  }

  private void withdraw(Life life, String quiz) {
    List<String> unbegun =
        life.model.born.keySet().stream()
            .filter(q -> Shelf.quizOf(q).equals(quiz) && shelf.served(q))
            .filter(q -> life.model.state(q).isFresh() && life.model.version(q) == 0)
            .toList();
    assertThat(at(() -> newCards.withdraw(life.account, quiz))).isEqualTo(unbegun.size());
    unbegun.forEach(life.model.born::remove);
    unbegun.forEach(life.ids::remove);
  }

  // Quizzes

  private Sheet sheet(Life life, String quiz) {
    Attempt attempt = at(() -> taking.start(life.account.id(), quiz));
    return life.open.computeIfAbsent(quiz, _ -> sheet(attempt));
  }

  private static Sheet sheet(Attempt attempt) {
    return new Sheet(
        attempt.id(), attempt.items().stream().map(item -> item.asked().question().id()).toList());
  }

  private void restart(Life life, String quiz) {
    Attempt attempt = at(() -> taking.startAgain(life.account.id(), quiz));
    life.open.put(quiz, sheet(attempt));
  }

  private void answerQuiz(Life life, String quiz, boolean right) {
    Sheet sheet = sheet(life, quiz);
    long learner = life.account.id();
    Attempt attempt = taking.attempt(learner, sheet.attempt);
    if (attempt.firstOpen().isEmpty()) {
      return;
    }
    int position = attempt.firstOpen().getAsInt();
    Question question = attempt.item(position).asked().question();
    Response response = right ? Responses.right(question) : Responses.wrong(question);
    at(() -> taking.answer(learner, sheet.attempt, position, response, PACE));
    sheet.right.put(position, right);
    sheet.saved = now;
    life.model.quizAnswers.merge(today(life), 1, Integer::sum);
    boolean overrulable = question instanceof Question.Typed && !right;
    if (sheet.right.size() == sheet.questions.size() && !overrulable) {
      finished(life, quiz, sheet);
    }
  }

  /** All that is open, each wrongly or each rightly. */
  private void answerRest(Life life, String quiz, boolean right) {
    for (int i = 0; i < Shelf.QUESTIONS.get(quiz).size(); i++) {
      if (i == 0 || life.open.containsKey(quiz)) {
        answerQuiz(life, quiz, right);
      }
    }
  }

  private void finish(Life life, String quiz, boolean overrule) {
    Sheet sheet = life.open.get(quiz);
    if (sheet == null || sheet.right.size() < sheet.questions.size()) {
      return;
    }
    int last = sheet.questions.size();
    if (overrule) {
      at(() -> taking.overrule(life.account.id(), sheet.attempt, last));
      sheet.right.put(last, true);
    }
    at(
        () -> {
          taking.finish(life.account.id(), sheet.attempt);
          return true;
        });
    finished(life, quiz, sheet);
  }

  private void finished(Life life, String quiz, Sheet sheet) {
    life.open.remove(quiz);
    life.finished.merge(quiz, 1, Integer::sum);
    life.best.merge(quiz, sheet.share(), Math::max);
    LocalDate day = life.day(sheet.saved);
    sheet.right.forEach(
        (position, right) -> {
          String question = sheet.questions.get(position - 1);
          if (shelf.served(question)) {
            life.model.born.putIfAbsent(question, State.fresh(day, sheet.saved));
            if (life.model.state(question).isFresh()) {
              Grade grade = right ? Grade.GOOD : Grade.FORGOT;
              life.model.happens(
                  life.model.newStep(), StepKind.QUIZ, question, sheet.saved, day, grade, null, 0);
            }
          }
        });
  }

  // Practice

  private static PracticeScope scope(Op op) {
    return switch (op.a() % 5) {
      case 0 -> new PracticeScope.OfQuiz(op.b() % 2 == 0 ? "fruit" : "stone");
      case 1 -> new PracticeScope.OfKeyPoint(op.b() % 2 == 0 ? "kp-fruit-1" : "kp-stone-0");
      case 2 -> new PracticeScope.Hardest();
      case 3 -> new PracticeScope.WrongThisWeek();
      default -> new PracticeScope.BeforeExam(op.b() % 2 == 0 ? "fruit" : "stone");
    };
  }

  private void practise(Life life, Op op) {
    PracticeScope scope = scope(op);
    if (life.practiceSince.isAfter(now) || op.b() % 5 == 0) {
      life.practiceSince = now;
    }
    Instant since = life.practiceSince;
    Practice practice = new Practice(life, today(life), shelf);
    Sitting sitting = at(() -> practising.sitting(life.account, scope, since));
    List<String> left = practice.left(scope, since);
    assertThat(sitting.left()).as("left to practise of %s", scope).isEqualTo(left.size());
    assertThat(sitting.done()).as("practised").isEqualTo(practice.done(since));
    assertThat(sitting.next().map(card -> card.question().question().id()))
        .as("next to practise")
        .isEqualTo(left.stream().findFirst());
    sitting
        .next()
        .ifPresent(
            card -> {
              Grade grade = counted(card, op.b() % 3 == 0 ? Grade.FORGOT : Grade.GOOD);
              at(() -> practising.answer(life.account, answer(card, grade)));
              remember(life, card);
              String question = card.question().question().id();
              happens(life, life.model.newStep(), StepKind.PRACTICE, question, grade, null);
            });
  }

  private void actInPractice(Life life, Op op) {
    StepKind action = StepKind.ACTIONS.get(op.b() % StepKind.ACTIONS.size());
    Instant since = life.practiceSince.isAfter(now) ? now : life.practiceSince;
    at(() -> practising.sitting(life.account, scope(op), since))
        .next()
        .ifPresent(
            card -> {
              at(() -> practising.act(life.account, card.cardId(), card.version(), action));
              String question = card.question().question().id();
              int step = life.model.newStep();
              if (!actOn(life, step, question, action) && action == StepKind.BURY) {
                happens(life, step, action, question, null, null); // out of practice for today
              }
            });
  }

  private void undoPractice(Life life) {
    Instant since = life.practiceSince.isAfter(now) ? now : life.practiceSince;
    List<Event> undone =
        life.model.undo(
            now,
            today(life),
            event ->
                (event.what() == StepKind.PRACTICE || event.what().action())
                    && !event.at().isBefore(since));
    assertThat(cards(at(() -> practising.undo(life.account, since))))
        .as("practice taken back")
        .isEqualTo(undone.size());
  }

  // The rest

  private void bring(Life life, Op op) {
    List<PastAnswer> rows = new ArrayList<>();
    for (int i = 0; i < 1 + op.a() % 6; i++) {
      Instant at = now.minus(Duration.ofHours(1 + (op.b() * 7L + i * 31L) % 2_000)).minusMillis(i);
      List<String> names = List.of("f1", "f2", "f3", "s1", "s2", "elsewhere");
      rows.add(
          new PastAnswer(
              names.get((op.b() + i) % names.size()),
              at,
              life.day(at),
              1 + (op.a() + i) % 4,
              i % 3 == 0 ? null : Phase.values()[(op.b() + i) % Phase.values().length],
              i % 2 == 0 ? null : Duration.ofSeconds(50)));
    }
    bring(life, rows);
  }

  private void bring(Life life, List<PastAnswer> rows) {
    life.lastImport = rows;
    Set<List<Object>> known = new HashSet<>();
    life.model.past.forEach(answer -> known.add(key(answer.card(), answer.at())));
    life.model.standing().stream()
        .filter(event -> event.what().reviewAnswer() || event.what() == StepKind.QUIZ)
        .forEach(event -> known.add(key(event.question(), event.at())));
    List<PastAnswer> added =
        rows.stream()
            .filter(row -> known.add(key(row.card(), row.at())))
            .sorted(Comparator.comparing(PastAnswer::at))
            .toList();
    int count = at(() -> context.getBean(ReviewHistory.class).add(life.account, rows)).added();
    assertThat(count).isEqualTo(added.size());
    List<PastAnswer> ofQuestions =
        added.stream().filter(row -> !row.card().equals("elsewhere")).toList();
    Map<String, State> before = life.model.states();
    ofQuestions.stream()
        .filter(row -> shelf.served(row.card()))
        .forEach(
            row -> {
              State fresh = State.fresh(row.studyDay(), row.at());
              if (life.model.born.putIfAbsent(row.card(), fresh) == null) {
                before.put(row.card(), fresh);
              }
            });
    life.model.past.addAll(added);
    replayed(life, before);
  }

  private static List<Object> key(String card, Instant at) {
    return List.of(card, at.toEpochMilli());
  }

  /** Notes which cards are no longer as they were and says how many are due on another day. */
  private int replayed(Life life, Map<String, State> before) {
    int step = life.model.newStep();
    Map<String, State> after = life.model.states();
    int moved = 0;
    for (String question : after.keySet()) {
      if (!after.get(question).equals(before.get(question))) {
        happens(life, step, StepKind.REPLAY, question, null, null);
        moved += after.get(question).due().equals(before.get(question).due()) ? 0 : 1;
      }
    }
    return moved;
  }

  private void changeScheduler(Life life, Op op) {
    ReviewPreferences old = life.model.preferences;
    ReviewPreferences chosen =
        new ReviewPreferences(
            old.newPerDay(),
            old.reviewsPerDay(),
            false,
            false,
            Algorithm.values()[op.a() % 2],
            op.b() % 2 == 0 ? 0.9 : 0.8);
    Map<String, State> before = life.model.states();
    life.model.preferences = chosen;
    int moved = at(() -> context.getBean(ReviewSettings.class).change(life.account, chosen));
    assertThat(moved).as("cards on another day").isEqualTo(replayed(life, before));
  }

  private void limits(Life life, Op op) {
    ReviewPreferences old = life.model.preferences;
    life.model.preferences =
        new ReviewPreferences(
            op.a() % 5,
            op.b() % 3 == 0 ? null : 1 + op.b() % 5,
            false,
            false,
            old.algorithm(),
            old.retention());
    context.getBean(ReviewSettings.class).change(life.account, life.model.preferences);
  }

  private void exam(Life life, Op op) {
    Exams exams = context.getBean(Exams.class);
    String quiz = quiz(op);
    if (op.b() % 4 == 0) {
      exams.remove(life.account, quiz);
      life.exams.remove(quiz);
    } else {
      LocalDate day = today(life).plusDays(1 + op.b() % 20);
      at(
          () -> {
            exams.set(life.account, quiz, day);
            return true;
          });
      life.exams.put(quiz, day);
    }
  }

  private void move(Life life, Op op) {
    StudyCalendar old = life.account.calendar();
    StudyCalendar next = new StudyCalendar(ZONES.get(op.a() % ZONES.size()), op.b() % 8);
    life.account =
        Signed.in(
            context,
            life.account,
            () ->
                at(
                    () ->
                        context
                            .getBean(AccountSettings.class)
                            .change(life.account.id(), life.account.displayName(), next, null)));
    LocalDate from = old.dayOf(now);
    LocalDate to = next.dayOf(now);
    boolean shorter =
        to.equals(from) && next.startOf(to.plusDays(1)).isBefore(old.startOf(from.plusDays(1)));
    if (to.isAfter(from) || shorter) {
      from.datesUntil(to.plusDays(1)).forEach(life.bridged::add);
    }
  }
}
