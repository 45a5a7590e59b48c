/** What was published when, and what differs. */
@NullMarked
package app.keypoint.authoring.ui.editions;

import org.jspecify.annotations.NullMarked;
