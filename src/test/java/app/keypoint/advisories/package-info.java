/** What is known to be wrong with the libraries that are packed, compared without the network. */
@NullMarked
package app.keypoint.advisories;

import org.jspecify.annotations.NullMarked;
