/** Quiz files and archives into drafts and out again. */
@NullMarked
package app.keypoint.authoring.internal.files;

import org.jspecify.annotations.NullMarked;
