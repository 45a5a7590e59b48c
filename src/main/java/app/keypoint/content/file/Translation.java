package app.keypoint.content.file;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz.Article;
import java.util.Map;

/**
 * A quiz in another language: as much of it as fits the original.
 *
 * @param keyPoints by the original that each stands for
 * @param questions by the original that each stands for, with its ids and key
 * @param stale how many parts are of an earlier wording of the original
 */
public record Translation(
    String title,
    Article article,
    Map<KeyPoint, KeyPoint> keyPoints,
    Map<Question, Question> questions,
    int stale) {}
