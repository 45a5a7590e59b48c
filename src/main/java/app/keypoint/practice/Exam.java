package app.keypoint.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exam on a quiz and how far its preparation is.
 *
 * @param cohort who set it, or null when the learner did
 * @param practiceFrom the day from which cards are practised for it
 * @param today cards to practise today
 * @param seen cards seen since practice began, or coming up by themselves before the exam
 * @param cards all of the learner's cards of the quiz
 * @param suspended cards of the quiz that are suspended, which are not practised
 * @param unbegun questions of the quiz that were never answered
 */
public record Exam(
    String quizId,
    LocalDate day,
    @Nullable String cohort,
    LocalDate practiceFrom,
    int today,
    int seen,
    int cards,
    int suspended,
    int unbegun) {}
