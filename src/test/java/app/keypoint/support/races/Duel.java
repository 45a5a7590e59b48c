package app.keypoint.support.races;

import java.util.concurrent.Callable;

/**
 * Two things that are done at the same moment, and what one sees afterwards. Made anew for each
 * run, so without ids in what it tells.
 *
 * @param picture all that can be seen of it
 */
public record Duel(Callable<?> one, Callable<?> other, Callable<?> picture) {}
