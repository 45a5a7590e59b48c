package app.keypoint.review;

/**
 * How much waits for a learner on their present study day.
 *
 * @param due cards to answer today, overdue ones included
 * @param overdue those whose day was before today
 * @param cards all cards in review
 * @param mature those with an interval of 21 days or more
 */
public record LearnerLoad(int due, int overdue, int cards, int mature) {}
