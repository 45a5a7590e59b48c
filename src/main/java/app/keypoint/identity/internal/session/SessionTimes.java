package app.keypoint.identity.internal.session;

import java.time.Duration;

/**
 * How long sessions live.
 *
 * @param stranger without a request, before anybody has signed in
 * @param idle without being used, after that
 * @param absolute at the most, after that
 */
public record SessionTimes(Duration stranger, Duration idle, Duration absolute) {}
