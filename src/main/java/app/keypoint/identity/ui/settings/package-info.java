/** Where people see to their own account and to how they sign in. */
@NullMarked
package app.keypoint.identity.ui.settings;

import org.jspecify.annotations.NullMarked;
