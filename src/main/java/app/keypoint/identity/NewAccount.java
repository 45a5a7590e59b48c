package app.keypoint.identity;

import app.keypoint.time.StudyCalendar;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to create an account.
 *
 * @param password in clear; only its hash is kept
 */
public record NewAccount(
    @Size(max = Accounts.MAX_TYPED) String username,
    @Size(max = Accounts.MAX_TYPED) String displayName,
    @Size(max = Accounts.MAX_TYPED) String password,
    Role role,
    StudyCalendar calendar,
    @Nullable Locale locale) {}
