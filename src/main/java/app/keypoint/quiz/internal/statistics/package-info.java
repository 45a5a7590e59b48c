/** What finished attempts add up to, question by question. */
@NullMarked
package app.keypoint.quiz.internal.statistics;

import org.jspecify.annotations.NullMarked;
