package app.keypoint.content.format;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import java.util.List;

/**
 * A quiz as its file states it, not yet served.
 *
 * @param position its place among the quizzes, from 1
 */
public record ParsedQuiz(
    String id,
    String title,
    int position,
    Article article,
    List<KeyPoint> keyPoints,
    List<Question> questions) {}
