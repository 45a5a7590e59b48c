package app.keypoint.quiz;

import app.keypoint.content.grading.Confidence;
import java.time.LocalDate;

/**
 * Published in the transaction in which a learner says "I was right" of an answer of which they had
 * said how sure they are.
 *
 * @param day the learner's study day to which the answer counts
 */
public record QuizOverruled(long learnerId, LocalDate day, Confidence confidence) {}
