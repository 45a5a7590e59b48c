package app.keypoint.content.loading;

import java.util.Set;

/**
 * Published in the transaction that changes what is served.
 *
 * @param retired ids of questions that left their file
 * @param restored ids of retired questions that came back
 */
public record QuestionsChanged(Set<String> retired, Set<String> restored) {}
