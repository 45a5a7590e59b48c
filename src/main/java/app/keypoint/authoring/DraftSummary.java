package app.keypoint.authoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A quiz that somebody writes, as lists show it.
 *
 * @param id under which it is served once published
 * @param title as it is written now; may be empty
 * @param author display name of whose it is
 * @param right what the caller may do with it
 * @param openTo for whom it is once published
 * @param edition the number of the one that learners have; null when they have none
 * @param reached whether learners of this server have that one, or none when they are to have none:
 *     a publication or withdrawal is kept even when it cannot be brought in
 * @param changedAt when the draft last changed
 * @param questions how many there are in the draft, retired ones left out
 */
public record DraftSummary(
    String id,
    String title,
    String author,
    Right right,
    OpenedTo openTo,
    @Nullable Integer edition,
    boolean reached,
    Instant changedAt,
    int questions) {}
