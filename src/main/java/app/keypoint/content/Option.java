package app.keypoint.content;

import org.jspecify.annotations.Nullable;

/**
 * An option of a choice question.
 *
 * @param id unique within its question, stable
 * @param text Markdown
 * @param why for a distractor the misreading that it stands for; optional for a right option
 */
public record Option(String id, String text, boolean correct, @Nullable String why) {}
