package app.keypoint.review.statistics;

/**
 * How much waits for a learner on their present study day.
 *
 * @param due cards to answer today, overdue ones included
 * @param overdue those whose day was before today
 * @param cards all cards in review
 * @param mature those with an interval of 21 days or more
 * @param suspended those that do not come up until the learner takes them back
 */
public record LearnerLoad(int due, int overdue, int cards, int mature, int suspended) {

  public static final LearnerLoad NONE = new LearnerLoad(0, 0, 0, 0, 0);

  public LearnerLoad plus(LearnerLoad other) {
    return new LearnerLoad(
        due + other.due,
        overdue + other.overdue,
        cards + other.cards,
        mature + other.mature,
        suspended + other.suspended);
  }
}
