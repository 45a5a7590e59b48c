package app.keypoint.interchange;

import app.keypoint.identity.Account;
import app.keypoint.review.PastAnswer;
import app.keypoint.review.ReviewHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A history that forgets everything in the end, for tests of what builds on one. */
public class HistoryInMemory implements ReviewHistory {

  private record Key(String card, Instant at) {}

  private final Map<Long, Map<Key, PastAnswer>> histories = new HashMap<>();
  private final Predicate<String> questions;

  /**
   * @param questions tells which cards are questions here
   */
  public HistoryInMemory(Predicate<String> questions) {
    this.questions = questions;
  }

  @Override
  public synchronized List<PastAnswer> answers(long learnerId) {
    return new ArrayList<>(history(learnerId).values());
  }

  @Override
  public synchronized Addition preview(Account learner, List<PastAnswer> answers) {
    return addition(new LinkedHashMap<>(history(learner.id())), answers);
  }

  @Override
  public synchronized Addition add(Account learner, List<PastAnswer> answers) {
    return addition(history(learner.id()), answers);
  }

  private Map<Key, PastAnswer> history(long learnerId) {
    return histories.computeIfAbsent(learnerId, id -> new LinkedHashMap<>());
  }

  private Addition addition(Map<Key, PastAnswer> history, List<PastAnswer> answers) {
    int before = history.size();
    answers.forEach(answer -> history.putIfAbsent(new Key(answer.card(), answer.at()), answer));
    int added = history.size() - before;
    List<String> cards = answers.stream().map(PastAnswer::card).distinct().toList();
    return new Addition(
        added,
        answers.size() - added,
        cards.size(),
        (int) cards.stream().filter(questions).count());
  }
}
