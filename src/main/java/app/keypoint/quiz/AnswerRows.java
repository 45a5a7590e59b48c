package app.keypoint.quiz;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Rows of learners' answers to quizzes, told one by one. By JDBC: an entity for each answer would
 * stay in memory until the transaction ends.
 */
public final class AnswerRows {

  private static final int FETCHED = 1_000;

  /** The learners as a table, in the order in which they were named. */
  private static final String LEARNERS =
      " from unnest(cast(:learners as bigint array)) with ordinality as t(learner_id, place) ";

  private final NamedParameterJdbcTemplate jdbc;
  private final String from;

  /**
   * @param rest SQL that joins the answers to {@code t(learner_id, place)} and says which count,
   *     with {@code :quizzes} in its condition
   */
  public AnswerRows(DataSource database, String rest) {
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(FETCHED);
    this.jdbc = new NamedParameterJdbcTemplate(template);
    this.from = LEARNERS + rest;
  }

  /**
   * The versions of questions that were answered; one query, none without learners or quizzes.
   *
   * @param column which holds them; those not known are left out
   */
  public Set<Long> versions(
      String column, Collection<Long> learnerIds, Collection<String> quizIds) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.queryForList(
            "select distinct " + column + from + " and " + column + " is not null",
            parameters(learnerIds, quizIds),
            Long.class));
  }

  /**
   * Tells each answer while its row is read; one query, none without learners or quizzes.
   *
   * @param columns SQL between "select" and "from"
   * @param order SQL after "order by t.place"
   * @param answer gets the row while it is the current one
   */
  public void each(
      String columns,
      String order,
      List<Long> learnerIds,
      Collection<String> quizIds,
      RowCallbackHandler answer) {
    if (learnerIds.isEmpty() || quizIds.isEmpty()) {
      return;
    }
    jdbc.query(
        "select " + columns + from + " order by t.place" + order,
        parameters(learnerIds, quizIds),
        answer);
  }

  /**
   * Some answers of one learner; one query, none without quizzes.
   *
   * @param columns SQL between "select" and "from"
   * @param rest SQL after the condition
   * @param more what that takes
   */
  public <T> List<T> some(
      String columns,
      String rest,
      long learnerId,
      Collection<String> quizIds,
      Map<String, ?> more,
      RowMapper<T> read) {
    if (quizIds.isEmpty()) {
      return List.of();
    }
    Map<String, Object> parameters = parameters(List.of(learnerId), quizIds);
    parameters.putAll(more);
    return jdbc.query("select " + columns + from + rest, parameters, read);
  }

  private static Map<String, Object> parameters(
      Collection<Long> learnerIds, Collection<String> quizIds) {
    return new HashMap<>(Map.of("learners", learnerIds.toArray(Long[]::new), "quizzes", quizIds));
  }
}
