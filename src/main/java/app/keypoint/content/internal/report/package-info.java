/** What learners report about questions. */
@NullMarked
package app.keypoint.content.internal.report;

import org.jspecify.annotations.NullMarked;
