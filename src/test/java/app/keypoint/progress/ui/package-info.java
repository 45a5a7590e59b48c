/** The learner's screens, driven without a browser. */
@NullMarked
package app.keypoint.progress.ui;

import org.jspecify.annotations.NullMarked;
