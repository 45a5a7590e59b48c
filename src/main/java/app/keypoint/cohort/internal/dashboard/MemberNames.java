package app.keypoint.cohort.internal.dashboard;

import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.identity.NameOrder;
import app.keypoint.time.StudyCalendar;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds members by what their accounts say. The database searches and counts; names are put in
 * order here, for databases order them as they were made to, each its own way.
 */
@Component
class MemberNames {

  private static final String FROM =
      """
       from cohort_member m join account a on a.id = m.learner_id
      where m.cohort_id = :cohortId
        and (lower(a.display_name) like :pattern escape '\\'
          or lower(a.username) like :pattern escape '\\')
      """;

  /** Whose account was erased or switched off is not away: they cannot come. */
  private static final String AWAY =
      " and a.enabled = true and (a.last_seen is null or a.last_seen < :before)";

  private final EntityManager entities;

  MemberNames(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Of a member what decides which day they have, and whether anything waits for them.
   *
   * @param enabled whether they may sign in
   */
  record Learning(StudyCalendar calendar, boolean enabled) {}

  /** Of all members, by id. One statement, which gives a short row for each. */
  Map<Long, Learning> learning(long cohortId) {
    Map<Long, Learning> all = new HashMap<>();
    Map<String, StudyCalendar> calendars = new HashMap<>();
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select m.learner_id, a.zone, a.rollover_hour, a.enabled
                from cohort_member m join account a on a.id = m.learner_id
                where m.cohort_id = :cohortId
                """,
                Object[].class)
            .setParameter("cohortId", cohortId)
            .getResultList();
    for (Object[] row : rows) {
      int hour = ((Number) row[2]).intValue();
      StudyCalendar calendar =
          calendars.computeIfAbsent(
              row[1] + " " + hour, _ -> new StudyCalendar(ZoneId.of((String) row[1]), hour));
      all.put(((Number) row[0]).longValue(), new Learning(calendar, (Boolean) row[3]));
    }
    return all;
  }

  /** A member who was found. */
  private record Found(long id, String name, @Nullable Instant lastSeen) {}

  /**
   * Ids in the order asked for, by name where that is one of figures. One statement, which gives a
   * short row for everybody who is found, however few of them are asked for.
   *
   * @param before who was seen later is not away
   */
  List<Long> find(long cohortId, Search search, Instant before, int from, int size) {
    NativeQuery<?> query =
        entities
            .createNativeQuery(
                "select m.learner_id as id, a.display_name as name, a.last_seen as last_seen"
                    + where(search))
            .unwrap(NativeQuery.class);
    var unused = bound(query, cohortId, search, before);
    List<Found> found =
        query
            .addScalar("id", Long.class)
            .addScalar("name", String.class)
            .addScalar("last_seen", Instant.class)
            .setTupleTransformer(
                (row, _) -> new Found((Long) row[0], (String) row[1], (Instant) row[2]))
            .getResultList();
    return inOrder(found, search).skip(from).limit(size).map(Found::id).toList();
  }

  private static Stream<Found> inOrder(List<Found> found, Search search) {
    List<Found> byName = NameOrder.sorted(found, Found::name, Found::id);
    return switch (search.sort()) {
      case NAME -> (search.descending() ? byName.reversed() : byName).stream();
      case LAST_SEEN -> {
        Comparator<Instant> moments = Comparator.naturalOrder();
        yield byName.stream()
            .sorted(
                Comparator.<Found, @Nullable Instant>comparing(
                    Found::lastSeen,
                    Comparator.nullsLast(search.descending() ? moments.reversed() : moments)));
      }
      case DUE, OVERDUE, SUSPENDED, RETAINED, FINISHED -> byName.stream();
    };
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

  /** Whether accounts alone say who belongs to it. */
  static boolean finds(Filter filter) {
    return filter == Filter.ALL || filter == Filter.AWAY;
  }

  /** Whether accounts alone say this order and who belongs to it. */
  static boolean knows(Search search) {
    return finds(search.filter())
        && (search.sort() == Sort.NAME || search.sort() == Sort.LAST_SEEN);
  }
}
