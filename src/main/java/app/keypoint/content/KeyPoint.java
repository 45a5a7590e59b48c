package app.keypoint.content;

/**
 * What a careful reader should keep.
 *
 * @param id stable, unique over all quizzes
 * @param title a few words
 * @param text one or two sentences
 * @param paragraph where its section of the article says so, from 1; 0 when not given
 */
public record KeyPoint(String id, String quizId, String title, String text, int paragraph) {}
