package app.keypoint.content;

/**
 * One wording of a question, kept for ever so that what was answered can be shown again.
 *
 * @param id of this version
 * @param series rises when options or key change: item statistics never mix two series
 */
public record QuestionVersion(long id, String quizId, int series, Question question) {}
