package app.keypoint.support;

import app.keypoint.content.Catalogue;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes many cards at once, by SQL, for what depends on how many are stored. */
public final class StoredCards {

  private static final int BATCH = 10_000;
  private static final int CARDS_A_DAY = 27;

  private static final String INSERT =
      """
      insert into card (id, learner_id, question_id, version, retired, fresh, queue_day, repetitions,
        easiness, interval_days, due, drill, comes_up, queued_at, last_reviewed, last_seen, lapses,
        suspended)
      values (?, ?, ?, 1, false, false, ?, 3, 250, 15, ?, false, ?, ?, ?, ?, 0, false)
      """;

  private StoredCards() {}

  /**
   * Gives a learner cards that were all answered once: some due today, the others over days to
   * come, the same number on each. Those due are of served questions, the others of none.
   *
   * @param due no more than there are questions
   */
  public static void add(
      JdbcTemplate jdbc, Catalogue catalogue, long learnerId, LocalDate today, int due, int cards) {
    List<String> questions =
        catalogue.quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(version -> version.question().id())
            .limit(due)
            .toList();
    Long first = jdbc.queryForObject("select coalesce(max(id), 0) + 1000000 from card", Long.class);
    Timestamp seenAt = Timestamp.from(Instant.parse("2026-01-01T09:00:00Z"));
    for (int from = 0; from < cards; from += BATCH) {
      List<Object[]> rows =
          IntStream.range(from, Math.min(cards, from + BATCH))
              .mapToObj(
                  i -> {
                    LocalDate day = i < due ? today : today.plusDays(1 + i / CARDS_A_DAY);
                    LocalDate seen = today.minusDays(15);
                    String question = i < due ? questions.get(i) : "stored-" + i;
                    return new Object[] {
                      first + i, learnerId, question, day, day, day, seenAt, seen, seen
                    };
                  })
              .toList();
      jdbc.batchUpdate(INSERT, rows);
    }
  }
}
