package app.keypoint.content;

import org.jspecify.annotations.Nullable;

/**
 * What a careful reader should keep.
 *
 * @param id stable, unique over all quizzes
 * @param title a few words that say what it says, and so may hold an answer
 * @param topic a few words that say what it is about, and hold no answer; null when not given
 * @param text one or two sentences
 * @param paragraph where its section of the article says so, from 1; 0 when not given
 */
public record KeyPoint(
    String id, String quizId, String title, @Nullable String topic, String text, int paragraph) {

  /** What to call it before its questions were first answered: its topic, if it has one. */
  public String topicOrTitle() {
    return topic == null ? title : topic;
  }
}
