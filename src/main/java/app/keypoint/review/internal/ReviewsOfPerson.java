package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import app.keypoint.content.grading.ResponseJson;
import app.keypoint.review.internal.history.Imports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Somebody's cards and reviews. */
@Component
@OpenTo(Audience.FEATURES)
class ReviewsOfPerson implements PersonalData {

  private final Imports imports;
  private final JdbcTemplate sql;

  ReviewsOfPerson(Imports imports, JdbcTemplate sql) {
    this.imports = imports;
    this.sql = sql;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(
            "preferences",
            """
            select * from review_preferences where learner_id = :accountId
            """),
        new Part(
            "cards",
            """
            select * from card where learner_id = :accountId order by id
            """),
        new Part(
            "reviews",
            """
            select * from review_log where learner_id = :accountId order by step, id
            """),
        new Part(
            "questions-in-reviews",
            """
            select v.id as question_version_id, v.question_id, v.body as question
            from question_version v
            where exists (
              select 1 from review_log l
              where l.learner_id = :accountId and l.question_version_id = v.id)
            order by v.id
            """),
        new Part(
            "days",
            """
            select * from learner_day where learner_id = :accountId order by study_day
            """),
        new Part(
            "steps",
            """
            select steps from review_learner where learner_id = :accountId
            """),
        new Part(
            "imports",
            """
            select id, at, answers, first_day, last_day,
              (select count(*) from history_import_turn t where t.learner_id = i.learner_id) as under_way
            from history_import i where learner_id = :accountId order by id
            """),
        new Part(
            "imported-answers",
            """
            select * from past_review where learner_id = :accountId order by at, card
            """));
  }

  /** As it would be held to answer, so that no answer comes in between. */
  @Override
  public void forget(long accountId) {
    // It may take minutes, and whoever waits for it would be told nothing.
    if (!imports.keepAway(accountId)) {
      throw new UnderWay(accountId);
    }
    // Or there is nothing to hold of somebody whose first import is on its way.
    int unusedMade =
        sql.update(
            "insert into review_learner (learner_id, steps) values (?, 0) on conflict do nothing",
            accountId);
    List<@Nullable Object> unusedHeld =
        sql.queryForList(
            "select learner_id from review_learner where learner_id = ? for update",
            Object.class,
            accountId);
    List<Object[]> wordless = new ArrayList<>();
    sql.query(
        """
        select id, response from review_log
        where learner_id = ? and response not like '{"picked"%'
        """,
        row -> {
          wordless.add(
              new Object[] {
                ResponseJson.withoutWords(row.getString("response")), row.getLong("id")
              });
        },
        accountId);
    int[] unused = sql.batchUpdate("update review_log set response = ? where id = ?", wordless);
    // Names of cards elsewhere are other people's or their own words; equal ones stay equal.
    List<@Nullable String> elsewhere =
        sql.queryForList(
            """
            select distinct p.card from past_review p
            where p.learner_id = ? and not exists (select 1 from question q where q.id = p.card)
            order by p.card
            """,
            String.class,
            accountId);
    // Not a number that is the name of another card: the two would become one.
    Set<@Nullable String> taken =
        new HashSet<>(
            sql.queryForList(
                "select distinct card from past_review where learner_id = ? and card like '#%'",
                String.class, accountId));
    List<Object[]> numbered = new ArrayList<>();
    int number = 0;
    for (@Nullable String card : elsewhere) {
      do {
        number++;
      } while (taken.contains("#" + number));
      numbered.add(new Object[] {"#" + number, accountId, card});
    }
    int[] unusedToo =
        sql.batchUpdate(
            "update past_review set card = ? where learner_id = ? and card = ?", numbered);
  }
}
