/** What a learner sees of their own memory, put to the test. */
@NullMarked
package app.keypoint.progress;

import org.jspecify.annotations.NullMarked;
