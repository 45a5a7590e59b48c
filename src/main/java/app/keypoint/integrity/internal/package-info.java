/** The check, its backup and who may ask for it. */
@NullMarked
package app.keypoint.integrity.internal;

import org.jspecify.annotations.NullMarked;
