package app.keypoint.content.ui;

import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import java.util.List;

/**
 * A question about to be shown.
 *
 * @param optionOrder ids of the options as to be shown; empty for typed questions
 * @param quiz where its key point and section are named
 */
public record AskedQuestion(QuestionVersion version, List<String> optionOrder, Quiz quiz) {}
