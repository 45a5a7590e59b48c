package app.keypoint.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links that all servers of this database offer at the moment, by the hashes of their tokens. A
 * server takes its own away when it ends; one that was killed leaves it for a few days.
 */
@Component
class SetupLinks {

  private static final Duration GOOD_FOR = Duration.ofDays(3);

  private final JdbcClient database;
  private final Clock clock;

  SetupLinks(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds one; those of before that nobody opened are forgotten. */
  void add(String hash) {
    Instant now = clock.instant();
    int unused =
        database
            .sql("delete from setup_link where until <= ?")
            .param(now.atOffset(ZoneOffset.UTC))
            .update();
    put(List.of(hash), now.plus(GOOD_FOR));
  }

  boolean has(String hash) {
    return database
        .sql("select 1 from setup_link where token_hash = ? and until > ?")
        .params(hash, clock.instant().atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void remove(String hash) {
    int unused = database.sql("delete from setup_link where token_hash = ?").param(hash).update();
  }

  List<String> all() {
    return database
        .sql("select token_hash from setup_link")
        .query((row, _) -> row.getString("token_hash"))
        .list();
  }

  /**
   * Takes all away: of two people on two servers, one.
   *
   * @return whether it was this one
   */
  boolean takeAll() {
    return database.sql("delete from setup_link").update() > 0;
  }

  /** Puts back what was taken and not used. */
  void putBack(List<String> hashes) {
    put(hashes, clock.instant().plus(GOOD_FOR));
  }

  private void put(List<String> hashes, Instant until) {
    for (String hash : hashes) {
      int unused =
          database
              .sql("insert into setup_link (token_hash, until) values (?, ?)")
              .params(hash, until.atOffset(ZoneOffset.UTC))
              .update();
    }
  }
}
