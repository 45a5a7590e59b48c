package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.PastAnswer.Phase;
import app.keypoint.review.history.ReviewHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A past from elsewhere that is brought and taken back. */
final class ImportOps {

  /** Of all questions, served or not, and of a card that is no question. */
  private static final List<String> NAMES =
      Stream.concat(Shelf.QUESTIONS.values().stream().flatMap(List::stream), Stream.of("elsewhere"))
          .toList();

  private final World world;
  private final ReviewHistory history;

  ImportOps(World world) {
    this.world = world;
    this.history = world.bean(ReviewHistory.class);
  }

  void bring(Life life, Op op) {
    List<PastAnswer> rows = new ArrayList<>();
    for (int i = 0; i < 1 + op.a() % 6; i++) {
      Instant at =
          world.now.minus(Duration.ofHours(1 + (op.b() * 7L + i * 31L) % 2_000)).minusMillis(i);
      rows.add(
          new PastAnswer(
              NAMES.get((op.b() + i) % NAMES.size()),
              at,
              life.day(at),
              1 + (op.a() + i) % 4,
              i % 3 == 0 ? null : Phase.values()[(op.b() + i) % Phase.values().length],
              i % 2 == 0 ? null : Duration.ofSeconds(50)));
    }
    bring(life, rows);
  }

  void bring(Life life, List<PastAnswer> rows) {
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
    int count = world.at(() -> history.add(life.account, rows)).added();
    assertThat(count).isEqualTo(added.size());
    List<PastAnswer> ofQuestions =
        added.stream().filter(row -> !row.card().equals("elsewhere")).toList();
    Map<String, State> before = life.model.states();
    ofQuestions.stream()
        .filter(row -> world.shelf.served(row.card()))
        .forEach(row -> begin(life, before, row));
    life.model.past.addAll(added);
    if (!added.isEmpty()) {
      life.imports.addFirst(
          new Life.Brought(history.imports(life.account.id()).getFirst().id(), added));
    }
    world.replayed(life, before, questions(added)::contains);
  }

  private static Set<String> questions(List<PastAnswer> answers) {
    return answers.stream().map(PastAnswer::card).collect(Collectors.toSet());
  }

  private static List<Object> key(String card, Instant at) {
    return List.of(card, at.toEpochMilli());
  }

  void takeBack(Life life, Op op) {
    World.pick(List.copyOf(life.imports), op.a()).ifPresent(mistake -> takeBack(life, mistake));
    assertThat(history.imports(life.account.id()).stream().map(ReviewHistory.Import::id))
        .isEqualTo(life.imports.stream().map(Life.Brought::id).toList());
  }

  private void takeBack(Life life, Life.Brought mistake) {
    Map<String, State> before = life.model.states();
    life.imports.remove(mistake);
    life.model.past.removeAll(mistake.answers());
    List<String> nothingElse =
        mistake.answers().stream()
            .filter(answer -> life.ids.containsKey(answer.card()))
            .filter(answer -> begunBy(life, answer))
            .map(PastAnswer::card)
            .distinct()
            .toList();
    nothingElse.forEach(life.model::forget);
    nothingElse.forEach(life.ids::remove);
    life.model.past.stream()
        .sorted(Comparator.comparing(PastAnswer::at))
        .filter(each -> nothingElse.contains(each.card()) && world.shelf.served(each.card()))
        .forEach(first -> begin(life, before, first));
    world.at(
        () -> {
          history.takeBack(life.account, mistake.id());
          return true;
        });
    world.replayed(life, before, questions(mistake.answers())::contains);
  }

  private static void begin(Life life, Map<String, State> before, PastAnswer first) {
    State fresh = State.fresh(first.studyDay(), first.at());
    if (life.model.born.putIfAbsent(first.card(), fresh) == null) {
      before.put(first.card(), fresh);
    }
  }

  /** Whether a card is there since this answer was brought and nothing else is known of it. */
  private static boolean begunBy(Life life, PastAnswer answer) {
    State born = life.model.born.get(answer.card());
    return born != null
        && born.queuedAt().equals(answer.at())
        && life.model.events.stream()
            .filter(event -> event.question().equals(answer.card()))
            .allMatch(event -> event.what() == StepKind.REPLAY);
  }
}
