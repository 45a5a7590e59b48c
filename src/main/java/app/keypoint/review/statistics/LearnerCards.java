package app.keypoint.review.statistics;

import app.keypoint.review.CardState;
import java.util.List;

/**
 * A learner's cards in review and how much of them waits.
 *
 * @param cards all of them
 */
public record LearnerCards(LearnerLoad load, List<CardState> cards) {

  public static final LearnerCards NONE = new LearnerCards(LearnerLoad.NONE, List.of());
}
