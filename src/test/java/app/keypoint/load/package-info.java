/**
 * Servers under load: a crowd of strangers beside a learner, many learners at once, and two servers
 * of which one is killed. By script/load at full size, and small as tests.
 */
@NullMarked
package app.keypoint.load;

import org.jspecify.annotations.NullMarked;
