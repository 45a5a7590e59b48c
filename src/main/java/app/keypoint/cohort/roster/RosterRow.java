package app.keypoint.cohort.roster;

import app.keypoint.identity.Accounts;
import jakarta.validation.constraints.Size;

/**
 * A person in a roster, as the file says.
 *
 * @param line where it begins, from 1
 * @param name may be empty
 * @param username their sign-in name or mail address, as it was written; may be empty
 */
public record RosterRow(
    long line,
    @Size(max = Accounts.MAX_TYPED) String name,
    @Size(max = Accounts.MAX_TYPED) String username) {}
