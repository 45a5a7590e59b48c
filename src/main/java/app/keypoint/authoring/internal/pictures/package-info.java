/** Images of drafts. */
@NullMarked
package app.keypoint.authoring.internal.pictures;

import org.jspecify.annotations.NullMarked;
