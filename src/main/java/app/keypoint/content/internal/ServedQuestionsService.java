package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.ServedQuestions;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ServedQuestionsService implements ServedQuestions {

  private final EntityManager db;

  ServedQuestionsService(EntityManager db) {
    this.db = db;
  }

  @Override
  public Map<String, List<Series>> seriesOf(Collection<String> questionIds) {
    return db.createQuery(
            "select distinct v.question.id, v.seriesHash from VersionRow v"
                + " where v.question.id in :ids",
            Object[].class)
        .setParameter("ids", questionIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[0],
                Collectors.mapping(row -> new Series((String) row[1]), Collectors.toList())));
  }

  @Override
  public Map<Long, String> versionsOf(Collection<String> questionIds) {
    return db.createQuery(
            "select v.id, v.question.id from VersionRow v where v.question.id in :ids"
                + " order by v.id desc",
            Object[].class)
        .setParameter("ids", questionIds)
        .setMaxResults(MAX_VERSIONS)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  @Override
  public Set<String> among(Collection<String> questionIds) {
    return Set.copyOf(
        db.createQuery(
                "select q.id from QuestionRow q where q.retired = false and q.id in :ids",
                String.class)
            .setParameter("ids", questionIds)
            .getResultList());
  }
}
