/** What tests share: databases, fixtures, counting of statements. */
@NullMarked
package app.keypoint.support;

import org.jspecify.annotations.NullMarked;
