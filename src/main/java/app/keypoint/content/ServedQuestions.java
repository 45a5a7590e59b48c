package app.keypoint.content;

import java.util.Collection;
import java.util.Set;

/** Which questions the database holds as served, as the caller's transaction sees it. */
public interface ServedQuestions {

  /** Those among some questions. One query. */
  Set<String> among(Collection<String> questionIds);
}
