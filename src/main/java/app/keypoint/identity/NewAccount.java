package app.keypoint.identity;

import app.keypoint.time.StudyCalendar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to create an account.
 *
 * @param password in clear; only its hash is kept
 */
public record NewAccount(
    String username,
    String displayName,
    String password,
    Role role,
    StudyCalendar calendar,
    @Nullable Locale locale) {}
