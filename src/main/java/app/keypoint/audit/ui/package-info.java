/** Where administrators search the audit log. */
@NullMarked
package app.keypoint.audit.ui;

import org.jspecify.annotations.NullMarked;
