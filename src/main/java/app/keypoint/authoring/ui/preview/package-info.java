/** Questions as learners will see them. */
@NullMarked
package app.keypoint.authoring.ui.preview;

import org.jspecify.annotations.NullMarked;
