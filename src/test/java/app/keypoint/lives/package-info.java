/** Random lives of learners, with the services on the database and beside them a naive model. */
@NullMarked
package app.keypoint.lives;

import org.jspecify.annotations.NullMarked;
