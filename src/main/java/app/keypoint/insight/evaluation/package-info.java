/** How well each scheduler predicts one learner's own answers, as pure functions. */
@NullMarked
package app.keypoint.insight.evaluation;

import org.jspecify.annotations.NullMarked;
