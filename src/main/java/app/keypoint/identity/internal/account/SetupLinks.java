package app.keypoint.identity.internal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    putBack(List.of(new Offered(hash, now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))));
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

  /** A link that somebody can open, until then. */
  record Offered(String hash, OffsetDateTime until) {}

  List<Offered> all() {
    return database
        .sql("select token_hash, until from setup_link where until > ?")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Offered(
                    row.getString("token_hash"), row.getObject("until", OffsetDateTime.class)))
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

  /** Puts back what was taken and not used, for no longer than before. */
  void putBack(List<Offered> links) {
    for (Offered link : links) {
      int unused =
          database
              .sql("insert into setup_link (token_hash, until) values (?, ?)")
              .params(link.hash(), link.until())
              .update();
    }
  }
}
