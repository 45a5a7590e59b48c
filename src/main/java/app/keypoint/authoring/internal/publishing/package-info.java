/** Editions: published, compared, restored and served. */
@NullMarked
package app.keypoint.authoring.internal.publishing;

import org.jspecify.annotations.NullMarked;
