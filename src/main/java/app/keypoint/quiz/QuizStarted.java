package app.keypoint.quiz;

/** Published in the transaction that starts an attempt. */
public record QuizStarted(long attemptId, long learnerId, String quizId) {}
