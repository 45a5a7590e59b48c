package app.keypoint.cohort.internal;

import app.keypoint.cohort.Learners.Filter;
import app.keypoint.cohort.Learners.Search;
import app.keypoint.cohort.Learners.Sort;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds members by what their accounts say; the database searches, sorts and counts. */
@Component
class MemberNames {

  private static final String FROM =
      """
       from cohort_member m join account a on a.id = m.learner_id
      where m.cohort_id = :cohortId
        and (lower(a.display_name) like :pattern escape '\\'
          or lower(a.username) like :pattern escape '\\')
      """;

  private static final String MARKED = "àáâãäåāăąçćčďđèéêëēęěìíîïīłñńňòóôõöøōőŕřśşšťţùúûüūůűýÿźżž";

  private static final String PLAIN = "aaaaaaaaacccddeeeeeeeiiiiilnnnoooooooorrsssttuuuuuuuyyzzz";

  /**
   * A name as a list has it: letters with marks beside those without, whatever order the database
   * has been made with. Capitals are named too: some databases know those of English alone.
   */
  private static final String NAME =
      "lower(translate(a.display_name, '%s%s', '%s%s'))"
          .formatted(MARKED, MARKED.toUpperCase(Locale.ROOT), PLAIN, PLAIN);

  /** Whose account was erased or switched off is not away: they cannot come. */
  private static final String AWAY =
      " and a.enabled = true and (a.last_seen is null or a.last_seen < :before)";

  private final EntityManager entities;

  MemberNames(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Ids in the order asked for, by name where that is one of figures.
   *
   * @param before who was seen later is not away
   */
  List<Long> find(long cohortId, Search search, Instant before, int from, int size) {
    var query =
        entities.createNativeQuery(
            "select m.learner_id" + where(search) + " order by " + order(search), Long.class);
    query.setFirstResult(from);
    query.setMaxResults(size);
    return bound(query, cohortId, search, before).getResultList().stream()
        .map(Long.class::cast)
        .toList();
  }

  int count(long cohortId, Search search, Instant before) {
    var query = entities.createNativeQuery("select count(*)" + where(search), Long.class);
    return Math.toIntExact((Long) bound(query, cohortId, search, before).getSingleResult());
  }

  private static Query bound(Query query, long cohortId, Search search, Instant before) {
    String literal =
        search.text().strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    query.setParameter("cohortId", cohortId);
    query.setParameter("pattern", "%" + literal + "%");
    if (search.filter() == Filter.AWAY) {
      query.setParameter("before", before);
    }
    return query;
  }

  private static String where(Search search) {
    return search.filter() == Filter.AWAY ? FROM + AWAY : FROM;
  }

  /** Of constants alone. */
  private static String order(Search search) {
    String direction = search.descending() ? " desc" : "";
    return switch (search.sort()) {
      case NAME -> NAME + direction + ", m.learner_id" + direction;
      case LAST_SEEN ->
          "case when a.last_seen is null then 1 else 0 end, a.last_seen"
              + direction
              + ", m.learner_id";
      case DUE, OVERDUE, SUSPENDED, RETAINED, FINISHED -> NAME + ", m.learner_id";
    };
  }

  /** Whether accounts alone say who belongs to it. */
  static boolean finds(Filter filter) {
    return filter == Filter.ALL || filter == Filter.AWAY;
  }

  /** Whether the database alone knows this order and who belongs to it. */
  static boolean knows(Search search) {
    return finds(search.filter())
        && (search.sort() == Sort.NAME || search.sort() == Sort.LAST_SEEN);
  }
}
