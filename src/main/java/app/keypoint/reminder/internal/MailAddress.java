package app.keypoint.reminder.internal;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One plain mail address. Stricter than the standard: no quotes, comments, blanks or control
 * characters, so that it can only ever be one recipient and never a header.
 *
 * @param text the address, its domain in ASCII
 */
record MailAddress(String text) {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;

  private static final Pattern NAME =
      Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile("(?i)" + LABEL + "(\\." + LABEL + ")+");

  /** The address that a person typed; empty when it is none. */
  static Optional<MailAddress> parse(String typed) {
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    if (at < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String name = text.substring(0, at);
    return ascii(text.substring(at + 1))
        .filter(domain -> DOMAIN.matcher(domain).matches())
        .filter(domain -> name.length() <= LONGEST_NAME && NAME.matcher(name).matches())
        .map(domain -> name + "@" + domain)
        .filter(address -> address.length() <= LONGEST)
        .map(MailAddress::new);
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
