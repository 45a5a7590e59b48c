package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** Which questions the database holds as served, as the caller's transaction sees it. */
@Validated
public interface ServedQuestions {

  /** The most questions that are asked for at a time. */
  int MAX = 2_000;

  /** Those among some questions. One query. */
  Set<String> among(@Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /** Those among some questions that were served once and are not now. One query. */
  Set<String> retiredAmong(
      @Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);
}
