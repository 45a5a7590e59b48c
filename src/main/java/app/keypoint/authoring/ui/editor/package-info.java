/** The editor of one quiz: its parts, undo and redo, publishing. */
@NullMarked
package app.keypoint.authoring.ui.editor;

import org.jspecify.annotations.NullMarked;
