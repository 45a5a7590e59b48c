/** What is around the views: main layout, language and theme of a page, error pages. */
@NullMarked
package app.keypoint.shell;

import org.jspecify.annotations.NullMarked;
