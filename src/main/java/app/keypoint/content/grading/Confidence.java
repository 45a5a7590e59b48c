package app.keypoint.content.grading;

/**
 * How sure a learner said they were of an answer before they saw what is right. The log stores
 * these names, and screens have a text for each.
 */
public enum Confidence {
  SURE,
  THINK_SO,
  GUESS
}
