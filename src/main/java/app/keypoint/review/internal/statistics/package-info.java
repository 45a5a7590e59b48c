/** Sums over cards and log, kept few in queries. */
@NullMarked
package app.keypoint.review.internal.statistics;

import org.jspecify.annotations.NullMarked;
