/** What holds for every request before anything else looks at it: sizes, times, turns. */
@NullMarked
package app.keypoint.identity.internal.request;

import org.jspecify.annotations.NullMarked;
