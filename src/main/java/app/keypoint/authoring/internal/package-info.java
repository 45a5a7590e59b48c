/** Entities, repositories and services behind this feature's interfaces. */
@NullMarked
package app.keypoint.authoring.internal;

import org.jspecify.annotations.NullMarked;
