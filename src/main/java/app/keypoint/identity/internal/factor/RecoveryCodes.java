package app.keypoint.identity.internal.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes to keep on paper for the day on which the app is lost; each works once. They are hashed as
 * passwords are, since their 49 bits could be guessed from a faster hash.
 */
@Service
public class RecoveryCodes {

  static final int NUMBER = 10;

  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int GROUP = 5;
  private static final int LONGEST = 40;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final RecoveryCodeRepository codes;
  private final PasswordEncoder passwords;

  /** Fresh codes, and what is kept of them. */
  public static final class Sheet {
    private final List<String> codes;
    private final List<String> hashes;

    private Sheet(List<String> codes, List<String> hashes) {
      this.codes = codes;
      this.hashes = hashes;
    }

    /** To be shown this once. */
    public List<String> codes() {
      return codes;
    }
  }

  RecoveryCodes(RecoveryCodeRepository codes, PasswordEncoder passwords) {
    this.codes = codes;
    this.passwords = passwords;
  }

  /** New codes, which count once they are kept. Takes a while, so not within a transaction. */
  public Sheet print() {
    List<String> fresh = Stream.generate(RecoveryCodes::random).limit(NUMBER).toList();
    return new Sheet(
        fresh,
        fresh.stream().map(code -> Objects.requireNonNull(passwords.encode(plain(code)))).toList());
  }

  /** Gives the account these codes in place of all before. */
  @Transactional
  public void keep(long accountId, Sheet sheet) {
    codes.deleteOf(accountId);
    codes.saveAll(
        sheet.hashes.stream().map(hash -> new RecoveryCodeEntity(accountId, hash)).toList());
  }

  /** Whether this is one of the account's codes; from now on it is not. */
  public boolean use(long accountId, String code) {
    if (code.length() > LONGEST) {
      return false;
    }
    String typed = plain(code);
    return codes.findByAccountId(accountId).stream()
        .filter(kept -> passwords.matches(typed, kept.hash))
        .findFirst()
        .map(kept -> codes.use(Objects.requireNonNull(kept.id)) == 1)
        .orElse(false);
  }

  /** How many are left. */
  public int left(long accountId) {
    return codes.countByAccountId(accountId);
  }

  @Transactional
  public void removeAll(long accountId) {
    codes.deleteOf(accountId);
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 2 * GROUP; i++) {
      code.append(i == GROUP ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** However it was typed. */
  private static String plain(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
