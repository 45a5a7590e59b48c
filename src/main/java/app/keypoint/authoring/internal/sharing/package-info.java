/** Who may do what with a quiz, and to whom it is open. */
@NullMarked
package app.keypoint.authoring.internal.sharing;

import org.jspecify.annotations.NullMarked;
