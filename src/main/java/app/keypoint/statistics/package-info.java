/** What sums over attempts say of questions and quizzes: pure, in the terms of test theory. */
@NullMarked
package app.keypoint.statistics;

import org.jspecify.annotations.NullMarked;
