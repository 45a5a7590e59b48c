/** Entities, repositories and services behind this feature's interfaces. */
@NullMarked
package app.keypoint.cards.internal;

import org.jspecify.annotations.NullMarked;
