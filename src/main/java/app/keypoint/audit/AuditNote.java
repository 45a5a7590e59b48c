package app.keypoint.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering, as a feature tells it; when, from where and, unless it says so
 * itself, by whom is found out where it is recorded. Texts that are too long are cut and control
 * characters replaced, for what is remembered must not depend on what somebody sent. Never put a
 * secret in it, nor anything that a person typed where they might have typed one.
 *
 * @param actor user name of who did it; null for whoever is signed in
 * @param subject user name of whom it was done to; null for nobody or for the actor
 * @param detail a word or a name more, such as a role or a cohort; may be empty
 */
public record AuditNote(
    AuditKind kind, @Nullable String actor, @Nullable String subject, String detail) {

  /** The longest name of a person that is kept, in UTF-16 units. */
  public static final int MAX_NAME = 100;

  /** The longest detail that is kept, in UTF-16 units. */
  public static final int MAX_DETAIL = 200;

  private static final Pattern CONTROL = Pattern.compile("\\p{C}");

  public AuditNote {
    actor = actor == null ? null : plain(actor, MAX_NAME);
    subject = subject == null ? null : plain(subject, MAX_NAME);
    detail = plain(detail, MAX_DETAIL);
  }

  /** What the signed-in person did. */
  public static AuditNote of(AuditKind kind) {
    return new AuditNote(kind, null, null, "");
  }

  /** Done by somebody who is not, or not yet, signed in. */
  public AuditNote by(String username) {
    return new AuditNote(kind, username, subject, detail);
  }

  /** Done to somebody. */
  public AuditNote to(String username) {
    return new AuditNote(kind, actor, username, detail);
  }

  /** With a name or a word more. */
  public AuditNote with(String more) {
    return new AuditNote(kind, actor, subject, more);
  }

  /** With one of a few words, which the screen translates. */
  public AuditNote with(Enum<?> word) {
    return with(word.name());
  }

  private static String plain(String text, int longest) {
    String cut = text.length() <= longest ? text : cut(text, longest);
    return CONTROL.matcher(cut).replaceAll(" ");
  }

  private static String cut(String text, int longest) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
