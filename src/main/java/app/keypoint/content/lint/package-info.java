/** What makes a question good: the rules that a quiz file is checked by. */
@NullMarked
package app.keypoint.content.lint;

import org.jspecify.annotations.NullMarked;
