/** Where administrators see to accounts. */
@NullMarked
package app.keypoint.identity.ui.admin;

import org.jspecify.annotations.NullMarked;
