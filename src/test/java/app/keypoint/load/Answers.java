package app.keypoint.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers that learners were told are kept, beside those that the database has.
 *
 * @param acknowledged what learners were told
 * @param found of these learners, in the database
 * @param unanswered whose sender got no answer: each may be there or not
 * @param missing told and not found
 * @param tooMany found beyond what was sent
 * @param contradictions rows that do not follow from the log
 */
record Answers(
    int acknowledged, int found, int unanswered, int missing, int tooMany, int contradictions) {

  /** Looks for each of these learners' answers. */
  static Answers compared(Collection<WalkingLearner> learners, Connection database)
      throws SQLException {
    Map<String, Integer> inQuizzes =
        counts(
            database,
            """
            select u.username, count(*) from attempt_item i
            join attempt a on a.id = i.attempt_id join account u on u.id = a.learner_id
            where i.answered_at is not null group by u.username
            """);
    Map<String, Integer> inReviews =
        counts(
            database,
            """
            select u.username, count(*) from review_log l join account u on u.id = l.learner_id
            where l.kind in ('SCHEDULED', 'DRILL') group by u.username
            """);
    int acknowledged = 0;
    int found = 0;
    int unanswered = 0;
    int missing = 0;
    int tooMany = 0;
    for (WalkingLearner learner : learners) {
      int quiz = inQuizzes.getOrDefault(learner.name(), 0);
      int review = inReviews.getOrDefault(learner.name(), 0);
      int told = learner.inQuizzes() + learner.inReviews();
      acknowledged += told;
      found += quiz + review;
      unanswered += learner.unanswered();
      missing += Math.max(0, learner.inQuizzes() - quiz);
      missing += Math.max(0, learner.inReviews() - review);
      tooMany += Math.max(0, quiz + review - told - learner.unanswered());
    }
    return new Answers(acknowledged, found, unanswered, missing, tooMany, contradictions(database));
  }

  private static int contradictions(Connection database) throws SQLException {
    return counts(
            database,
            """
            select 'steps of a card', count(*) from card c where c.version <>
            (select count(*) from review_log l where l.card_id = c.id)
            union all
            select 'answers of days', count(*) from account u where
            coalesce((select sum(d.answers) from learner_day d where d.learner_id = u.id), 0) <>
            (select count(*) from attempt_item i join attempt a on a.id = i.attempt_id
              where a.learner_id = u.id and i.answered_at is not null)
            + (select count(*) from review_log l where l.learner_id = u.id
              and l.kind in ('SCHEDULED', 'DRILL', 'PRACTICE'))
            """)
        .values()
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static Map<String, Integer> counts(Connection database, String query)
      throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getInt(2));
      }
    }
    return counts;
  }
}
