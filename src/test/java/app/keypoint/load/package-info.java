/** A crowd of strangers beside a learner: by script/load at full size, and small as a test. */
@NullMarked
package app.keypoint.load;

import org.jspecify.annotations.NullMarked;
