package app.keypoint.content;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
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

  /**
   * The series that some questions ever had, of each at least one if it ever was served. One query.
   */
  Map<String, List<Series>> seriesOf(
      @Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);

  /**
   * A series of statistics.
   *
   * @param fingerprint of the options and the key, see {@code Fingerprint.series}
   */
  record Series(String fingerprint) {}

  /**
   * All wordings that some questions ever had, each with its question's id, up to the latest {@link
   * #MAX_VERSIONS}. One query.
   */
  Map<Long, String> versionsOf(
      @Size(max = MAX) Collection<@Size(max = Quiz.MAX_ID) String> questionIds);
}
