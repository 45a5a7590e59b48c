package app.keypoint.content.grading;

import app.keypoint.content.Response;
import app.keypoint.content.ServedQuestions;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/**
 * Answers that the key did not accept and that learners called right; implemented by those who keep
 * answers, since they use the content.
 */
@Validated
public interface AnswerClaims {

  /** The most that are told at a time. */
  int MAX_TOLD = 1_000;

  /**
   * The latest answers to these wordings, the newest first; those taken back are left out. One
   * query. The caller makes sure that the questions are theirs.
   */
  List<Claim> about(@Size(max = ServedQuestions.MAX_VERSIONS) Collection<Long> versionIds);

  /**
   * Somebody's answer.
   *
   * @param response what was typed
   */
  record Claim(long learnerId, long questionVersionId, Response response, Instant at) {

    /** What was typed into each blank, or into the only field; empty when nothing was. */
    public List<String> typed() {
      return response instanceof Response.Typed typed
          ? typed.texts().stream().map(String::strip).toList()
          : List.of();
    }
  }
}
