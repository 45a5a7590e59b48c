package app.keypoint.identity;

import java.time.Instant;

/** Somebody proved who they are. */
public record SignedIn(long accountId, Instant at) {}
