package app.keypoint.reminder.internal;

import app.keypoint.identity.Account;
import java.util.Locale;

/** The language of what reaches a learner outside of a browser. */
final class Language {

  private Language() {}

  /**
   * The account's own, or else that of the page on which the learner asked for it.
   *
   * @param tag that page's language tag
   */
  static Locale of(Account account, String tag) {
    return account.locale() == null ? Locale.forLanguageTag(tag) : account.locale();
  }
}
