/** The article beside the form, and how much of it is asked about. */
@NullMarked
package app.keypoint.authoring.ui.article;

import org.jspecify.annotations.NullMarked;
