package app.keypoint.support.races;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that was tried.
 *
 * @param told what the user is told: a value, or the simple name of what was thrown
 * @param error what was thrown, or null
 */
public record Outcome(String told, @Nullable Throwable error) {

  static Outcome of(String told) {
    return new Outcome(told, null);
  }

  /** Tries it. */
  static Outcome of(Callable<?> action) {
    try {
      return of(String.valueOf(action.call()));
    } catch (Exception | AssertionError e) {
      return new Outcome(e.getClass().getSimpleName(), e);
    }
  }

  @Override
  public String toString() {
    return error == null ? told : error.toString();
  }
}
