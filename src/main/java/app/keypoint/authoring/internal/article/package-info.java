/** What was pasted or uploaded as an article, made into paragraphs. */
@NullMarked
package app.keypoint.authoring.internal.article;

import org.jspecify.annotations.NullMarked;
