package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.validation.annotation.Validated;

/** Which questions the database holds, as the caller's transaction sees it. */
@Validated
public interface ServedQuestions {

  /** The most questions that are asked for at a time. */
  int MAX = 2_000;

  /** The most wordings that are told at a time. */
  int MAX_VERSIONS = 30_000;

  /** Those among some questions that are served. One query. */
  Set<String> among(@Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /** Those among some questions that were served once and are not now. One query. */
  Set<String> retiredAmong(
      @Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /**
   * All wordings that some questions ever had, each with its question's id, up to the latest {@link
   * #MAX_VERSIONS}. One query.
   */
  Map<Long, String> versionsOf(
      @Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);
}
