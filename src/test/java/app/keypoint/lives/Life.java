package app.keypoint.lives;

import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.DueCard;
import app.keypoint.review.history.PastAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A learner with the model of their data, and what a test has to remember besides. */
final class Life {

  Account account;
  final Model model;

  /** Ids of the cards, since the model knows them by their questions. */
  final Map<String, Long> ids = new HashMap<>();

  /** What tabs show that were left open. */
  final Deque<DueCard> shown = new ArrayDeque<>();

  final Map<String, Sheet> open = new TreeMap<>();
  final Map<String, Integer> finished = new TreeMap<>();
  final Map<String, Double> best = new TreeMap<>();
  final Map<String, LocalDate> exams = new TreeMap<>();

  /** Days that a move cut short. */
  final List<LocalDate> bridged = new ArrayList<>();

  /** Answers called right by the learner though they were not accepted, and hard. */
  final List<Event> claimed = new ArrayList<>();

  /** Steps that notifications offer to take back: their number here and in the model. */
  final Deque<Offer> offers = new ArrayDeque<>();

  /** Imports that stand, the latest first. */
  final Deque<Brought> imports = new ArrayDeque<>();

  List<PastAnswer> lastImport = List.of();
  Instant practiceSince = Instant.MAX;

  Life(Account account, Model model) {
    this.account = account;
    this.model = model;
  }

  LocalDate day(Instant at) {
    return account.calendar().dayOf(at);
  }

  /** When the practice began that a learner is in, if that was not later than now. */
  Instant practiceSince(Instant now) {
    return practiceSince.isAfter(now) ? now : practiceSince;
  }

  /** A tab that was left open with a card. */
  void remember(DueCard card) {
    keep(shown, card);
  }

  void offer(Acted acted, int step) {
    if (acted.step() > 0) {
      keep(offers, new Offer(acted.step(), step));
    }
  }

  private static <T> void keep(Deque<T> some, T another) {
    some.addFirst(another);
    while (some.size() > 6) {
      some.removeLast();
    }
  }

  record Brought(long id, List<PastAnswer> answers) {}

  /** A step that can be taken back by its number. */
  record Offer(long number, int step) {}

  /** The entry that took a card from a version to the next. */
  @Nullable Event entry(String question, int version) {
    List<Event> own =
        model.events.stream().filter(event -> event.question().equals(question)).toList();
    return version < own.size() ? own.get(version) : null;
  }

  /** Whether the card of this version got an answer, in review or practice, that stands. */
  boolean answered(String question, int version) {
    Event then = entry(question, version);
    return then != null && then.what().reviewAnswer() && model.standing().contains(then);
  }

  /** An open attempt at a quiz. */
  static final class Sheet {
    final long attempt;
    final List<String> questions;
    final Map<Integer, Boolean> right = new TreeMap<>();
    Instant saved = Instant.MIN;

    Sheet(long attempt, List<String> questions) {
      this.attempt = attempt;
      this.questions = questions;
    }

    double share() {
      return (double) right.values().stream().filter(Boolean::booleanValue).count()
          / questions.size();
    }
  }
}
