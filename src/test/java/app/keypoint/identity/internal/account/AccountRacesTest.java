package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.races.Duel;
import app.keypoint.support.races.InTurn;
import app.keypoint.support.races.Lock;
import app.keypoint.support.races.Point;
import app.keypoint.support.races.Races;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Two who change one account at the same moment: one of the two holds, and the other is told so and
 * leaves nothing behind.
 */
@ServiceTest
@Tag("slow")
class AccountRacesTest {

  private static final String NEW_PASSWORD = "another horse battery";
  private static final String REFUSED =
      ObjectOptimisticLockingFailureException.class.getSimpleName();

  @Autowired Races races;
  @Autowired AccountAdministration administration;
  @Autowired AccountSettings settings;
  @Autowired AccountRepository repository;
  @Autowired PasswordEncoder passwords;
  @Autowired Fixtures fixtures;

  private AsAccount as;
  private Account administrator;

  @BeforeEach
  void administrator() {
    as = new AsAccount(repository);
    administrator = fixtures.administrator();
  }

  /** What can be done to an account. */
  private enum Deed {
    SWITCH_OFF,
    ROLE,
    RESET,
    OWN_NAME,
    OWN_LANGUAGE,
    OWN_PASSWORD
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
            new Deed[] {Deed.SWITCH_OFF, Deed.RESET},
            new Deed[] {Deed.SWITCH_OFF, Deed.OWN_NAME},
            new Deed[] {Deed.SWITCH_OFF, Deed.OWN_PASSWORD},
            new Deed[] {Deed.ROLE, Deed.RESET},
            new Deed[] {Deed.ROLE, Deed.OWN_NAME},
            new Deed[] {Deed.RESET, Deed.OWN_PASSWORD},
            new Deed[] {Deed.RESET, Deed.OWN_LANGUAGE},
            new Deed[] {Deed.OWN_NAME, Deed.OWN_LANGUAGE})
        .flatMap(
            pair ->
                Stream.of(Point.values())
                    .flatMap(
                        point ->
                            Stream.of(
                                Arguments.of(pair[0], point, pair[1]),
                                Arguments.of(pair[1], point, pair[0]))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneHoldsAndTheOtherIsTold(Deed held, Point point, Deed overtaking) {
    Account account = fixtures.learner();
    Races.Ending ending =
        races.run(deed(held, account), point, Lock.ACCOUNT, deed(overtaking, account));
    boolean heldLost = point == Point.BEFORE_LOCK;
    assertThat(ending.waited()).isEqualTo(!heldLost);
    assertThat(ending.held().told()).isEqualTo(heldLost ? REFUSED : "done");
    assertThat(ending.overtaking().told()).isEqualTo(heldLost ? "done" : REFUSED);
    assertThat(seen(account)).isEqualTo(seenAfter(heldLost ? overtaking : held));
  }

  /** Both hold the administrators first, since one of those has to remain. */
  @Test
  void aSwitchOffAndAChangeOfRoleBothHold() {
    Supplier<Duel> duels =
        () -> {
          Account account = fixtures.learner();
          return new Duel(
              deed(Deed.SWITCH_OFF, account), deed(Deed.ROLE, account), () -> seen(account));
        };
    InTurn turns = InTurn.always(races, Lock.ADMINISTRATORS, duels);
    assertThat(turns.oneFirst()).isEqualTo(turns.otherFirst());
    assertThat(turns.oneFirst().picture()).contains("INSTRUCTOR, enabled false");
  }

  private Callable<String> deed(Deed deed, Account account) {
    long id = account.id();
    return switch (deed) {
      case SWITCH_OFF -> asAdministrator(() -> administration.setEnabled(id, false));
      case ROLE -> asAdministrator(() -> administration.changeRole(id, Role.INSTRUCTOR));
      case RESET ->
          asAdministrator(
              () -> {
                var unused = administration.resetPassword(id);
              });
      case OWN_NAME ->
          as(
              account,
              () -> {
                var unused = settings.change(id, "Another Name", account.calendar(), null);
              });
      case OWN_LANGUAGE -> as(account, () -> settings.speak(id, Locale.SIMPLIFIED_CHINESE));
      case OWN_PASSWORD ->
          as(account, () -> settings.changePassword(id, Fixtures.PASSWORD, NEW_PASSWORD));
    };
  }

  private Callable<String> asAdministrator(Runnable deed) {
    return as(administrator, deed);
  }

  private Callable<String> as(Account who, Runnable deed) {
    Supplier<String> done =
        () -> {
          deed.run();
          return "done";
        };
    return () -> as.call(who, done);
  }

  private String seenAfter(Deed deed) {
    Account alone = fixtures.learner();
    try {
      assertThat(deed(deed, alone).call()).isEqualTo("done");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return seen(alone);
  }

  /** What the account's owner and an administrator find. */
  private String seen(Account account) {
    AccountEntity now = repository.findById(account.id()).orElseThrow();
    return "%s %s, enabled %s, in %s; opened by the old password %s, the new %s, a one-time one %s"
        .formatted(
            now.displayName.equals(account.displayName()) ? "same" : now.displayName,
            now.role,
            now.enabled,
            now.locale,
            passwords.matches(Fixtures.PASSWORD, now.passwordHash),
            passwords.matches(NEW_PASSWORD, now.passwordHash),
            now.passwordOneTime);
  }
}
