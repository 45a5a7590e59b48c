package app.keypoint.identity;

import java.util.Map;

/** What a person typed cannot be accepted. Nothing was changed. */
public class InvalidInput extends RuntimeException {

  /** Where the problem is. */
  public enum Field {
    USERNAME,
    DISPLAY_NAME,
    PASSWORD,
    CURRENT_PASSWORD,
    JOIN_CODE,
    /** Of an authenticator app. */
    CODE
  }

  private final transient Map<Field, String> problems;

  /**
   * @param problems message keys by field, at least one
   */
  public InvalidInput(Map<Field, String> problems) {
    super("Not acceptable: " + problems);
    this.problems = Map.copyOf(problems);
  }

  /** What is wrong with each field, as message keys without arguments. */
  public Map<Field, String> getProblems() {
    return problems;
  }
}
