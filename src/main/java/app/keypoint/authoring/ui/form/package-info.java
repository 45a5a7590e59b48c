/** The fields of a part of a quiz. */
@NullMarked
package app.keypoint.authoring.ui.form;

import org.jspecify.annotations.NullMarked;
