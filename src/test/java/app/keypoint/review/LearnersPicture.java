package app.keypoint.review;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.Order;
import app.keypoint.identity.Account;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.support.Differences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a learner sees of their reviews, as text: equal for two learners to whom the same
 * happened, whatever ids their rows have. All of it has to follow from their log.
 */
public class LearnersPicture {

  private static final LocalDate FAR = LocalDate.of(2030, 1, 1);

  private final Cards cards;
  private final Reviewing reviewing;
  private final ReviewStatistics figures;
  private final ReviewHistory history;
  private final ReviewSettings settings;
  private final Differences differences;

  LearnersPicture(
      Cards cards,
      Reviewing reviewing,
      ReviewStatistics figures,
      ReviewHistory history,
      ReviewSettings settings,
      Differences differences) {
    this.cards = cards;
    this.reviewing = reviewing;
    this.figures = figures;
    this.history = history;
    this.settings = settings;
    this.differences = differences;
  }

  /** Cards with their histories, days, the queue, imports and preferences. */
  public String of(Account learner, Instant when) {
    assertThat(differences.of(learner.id())).as("what does not follow from the log").isEmpty();
    List<String> lines = new ArrayList<>();
    List<Card> all =
        at(when, () -> cards.find(learner, Filter.ALL, Order.NEXT_DAY, false, 0, 500)).stream()
            .sorted(Comparator.comparing(Card::questionId))
            .toList();
    for (Card card : all) {
      lines.add(
          "%s: %s on %s, every %d days, seen %s"
              .formatted(
                  card.questionId(),
                  card.state(),
                  card.nextDay(),
                  card.intervalDays(),
                  card.lastSeen()));
      at(when, () -> cards.history(learner, card.id()))
          .events()
          .forEach(event -> lines.add("  " + event));
    }
    figures.cards(learner.id()).stream()
        .sorted(Comparator.comparing(CardState::questionId))
        .forEach(state -> lines.add(state.toString().replaceFirst("learnerId=\\d+, ", "")));
    figures.activity(learner.id(), LocalDate.EPOCH, FAR).stream()
        .filter(day -> day.answers() > 0)
        .forEach(day -> lines.add(day.toString()));
    Reviewing.Queue queue = at(when, () -> reviewing.queue(learner));
    lines.add(queue.progress().toString());
    queue.head().ifPresent(head -> lines.add(head.question().question().id() + " " + head.kind()));
    history.imports(learner.id()).forEach(brought -> lines.add(brought.answers() + " brought"));
    history
        .answers(learner.id())
        .forEach(answer -> lines.add("%s %s".formatted(answer.card(), answer.rating())));
    lines.add(settings.of(learner.id()).toString());
    return String.join("\n", lines);
  }
}
