/** The check, backups and who may ask for them. */
@NullMarked
package app.keypoint.integrity.internal;

import org.jspecify.annotations.NullMarked;
