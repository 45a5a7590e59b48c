package app.keypoint.authoring;

/** What a part of a quiz is. Names are stored. */
public enum ItemKind {
  /** Title, place among the quizzes and terms; one for each quiz. */
  HEADING,
  /** The article and where it comes from; one for each quiz. */
  ARTICLE,
  KEY_POINT,
  QUESTION
}
