package app.keypoint.identity.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountAdministration.LastAdministrator;
import app.keypoint.identity.AccountAdministration.Row;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.InvalidInput;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.time.StudyCalendar;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.crypto.password.PasswordEncoder;

@ServiceTest
class AccountChangesTest {

  private static final StudyCalendar UTC = new StudyCalendar(ZoneOffset.UTC, 4);
  private static final String NEW_PASSWORD = "another horse battery";

  @Autowired AccountAdministration administration;
  @Autowired AccountSettings settings;
  @Autowired Accounts accounts;
  @Autowired CurrentAccount current;
  @Autowired AccountRepository repository;
  @Autowired PasswordEncoder encoder;
  @Autowired Fixtures fixtures;

  private AsAccount as;
  private Account learner;
  private Account administrator;

  @BeforeEach
  void people() {
    as = new AsAccount(repository);
    learner = fixtures.learner();
    administrator = fixtures.account(Role.ADMINISTRATOR, UTC);
  }

  @Test
  void peopleChangeTheirSettings() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    as.run(
        learner,
        () ->
            settings.change(
                learner.id(), " Li Lei ", new StudyCalendar(zone, 2), Locale.SIMPLIFIED_CHINESE));
    Account changed = accounts.require(learner.id());
    assertThat(changed.displayName()).isEqualTo("Li Lei");
    assertThat(changed.calendar()).isEqualTo(new StudyCalendar(zone, 2));
    assertThat(changed.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);

    as.run(learner, () -> settings.speak(learner.id(), null));
    assertThat(accounts.require(learner.id()).locale()).isNull();
  }

  @Test
  void aNewPasswordTakesTheOldOneAndEndsOtherSessions() {
    SecurityContext elsewhere = as.session(learner);
    as.run(
        learner,
        () -> {
          InvalidInput wrong =
              catchThrowableOfType(
                  InvalidInput.class,
                  () -> settings.changePassword(learner.id(), "wrong", NEW_PASSWORD));
          assertThat(wrong.getProblems()).containsOnlyKeys(Field.CURRENT_PASSWORD);
          settings.changePassword(learner.id(), Fixtures.PASSWORD, NEW_PASSWORD);
        });
    assertThat(opens(learner, NEW_PASSWORD)).isTrue();
    assertThat(opens(learner, Fixtures.PASSWORD)).isFalse();
    assertThatThrownBy(() -> AsAccount.in(elsewhere, current::get))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void aOneTimePasswordHasToBeReplacedByAnother() {
    String oneTime = as.call(administrator, () -> administration.resetPassword(learner.id()));
    assertThat(opens(learner, oneTime)).isTrue();
    as.run(
        learner,
        () -> {
          assertThat(current.mustChoosePassword()).isTrue();
          assertThatThrownBy(() -> settings.replaceOneTimePassword(learner.id(), oneTime))
              .isInstanceOf(InvalidInput.class);
          settings.replaceOneTimePassword(learner.id(), NEW_PASSWORD);
        });
    as.run(
        learner,
        () -> {
          assertThat(current.mustChoosePassword()).isFalse();
          assertThatThrownBy(() -> settings.replaceOneTimePassword(learner.id(), "third password"))
              .isInstanceOf(IllegalStateException.class);
        });
    assertThat(opens(learner, NEW_PASSWORD)).isTrue();
  }

  @Test
  void administratorsMakeAccountsThatChooseTheirOwnPassword() {
    String name = "made-" + UUID.randomUUID();
    String oneTime =
        as.call(administrator, () -> administration.create(name, "Made", Role.INSTRUCTOR));
    Account made = accounts.byUsername(name).orElseThrow();
    assertThat(made.role()).isEqualTo(Role.INSTRUCTOR);
    assertThat(opens(made, oneTime)).isTrue();
    assertThat(as.call(made, current::mustChoosePassword)).isTrue();
  }

  @Test
  void aChangedRoleOrADisabledAccountEndsTheSession() {
    SecurityContext session = as.session(learner);
    as.run(administrator, () -> administration.changeRole(learner.id(), Role.INSTRUCTOR));
    assertThatThrownBy(() -> AsAccount.in(session, current::get))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(as.call(learner, current::get).role()).isEqualTo(Role.INSTRUCTOR);

    SecurityContext next = as.session(learner);
    as.run(administrator, () -> administration.setEnabled(learner.id(), false));
    assertThatThrownBy(() -> AsAccount.in(next, current::get))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(find(learner)).extracting(Row::enabled).isEqualTo(false);
  }

  @Test
  void accountsAreFoundByPartOfANameAndWildcardsAreLetters() {
    String mark = UUID.randomUUID().toString();
    as.run(learner, () -> settings.change(learner.id(), "50% Of_" + mark, UTC, null));
    as.run(
        administrator,
        () -> {
          assertThat(administration.page("50% of_" + mark, 0, 10))
              .extracting(row -> row.account().id())
              .containsExactly(learner.id());
          assertThat(administration.count("50% of_" + mark)).isEqualTo(1);
          assertThat(administration.count("50_ of%" + mark)).isZero();
          assertThat(administration.page(learner.username(), 1, 10)).isEmpty();
        });
  }

  /** The only tests that need to be alone with the administrators take the others away first. */
  @Test
  void theLastAdministratorStays() {
    retireOthers(administrator);
    as.run(
        administrator,
        () -> {
          assertThatThrownBy(() -> administration.setEnabled(administrator.id(), false))
              .isInstanceOf(LastAdministrator.class);
          assertThatThrownBy(() -> administration.changeRole(administrator.id(), Role.LEARNER))
              .isInstanceOf(LastAdministrator.class);
          administration.changeRole(administrator.id(), Role.ADMINISTRATOR);
        });
    assertThat(as.call(administrator, current::get).role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void twoAdministratorsCannotRemoveEachOtherAtOnce() throws Exception {
    Account second = fixtures.account(Role.ADMINISTRATOR, UTC);
    retireOthers(administrator, second);
    SecurityContext one = as.session(administrator);
    SecurityContext two = as.session(second);
    try (var threads = Executors.newFixedThreadPool(2)) {
      threads.invokeAll(List.of(disabling(one, second.id()), disabling(two, administrator.id())));
    }
    assertThat(repository.existsByRoleAndEnabledTrue(Role.ADMINISTRATOR)).isTrue();
  }

  static Stream<Method> administration() {
    return Arrays.stream(AccountAdministration.class.getDeclaredMethods());
  }

  static Stream<Method> settings() {
    return Arrays.stream(AccountSettings.class.getDeclaredMethods());
  }

  @ParameterizedTest
  @MethodSource("administration")
  void onlyAdministratorsAdminister(Method method) {
    for (Account other : List.of(learner, fixtures.instructor())) {
      as.run(other, () -> assertRefused(administration, method));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void nobodyChangesAnothersSettings(Method method) {
    as.run(administrator, () -> assertRefused(settings, method));
  }

  private void assertRefused(Object service, Method method) {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(
                type ->
                    switch (type.getSimpleName()) {
                      case "long" -> (Object) learner.id();
                      case "int" -> 1;
                      case "boolean" -> true;
                      case "String" -> NEW_PASSWORD;
                      case "Role" -> Role.ADMINISTRATOR;
                      case "StudyCalendar" -> UTC;
                      case "Locale" -> Locale.ENGLISH;
                      default -> throw new IllegalArgumentException(type.toString());
                    })
            .toArray();
    assertThatThrownBy(
            () -> {
              try {
                method.invoke(service, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            })
        .isInstanceOf(AccessDeniedException.class);
  }

  private Callable<Boolean> disabling(SecurityContext session, long accountId) {
    return () ->
        AsAccount.in(
            session,
            () -> {
              try {
                administration.setEnabled(accountId, false);
                return true;
              } catch (LastAdministrator e) {
                return false;
              }
            });
  }

  private void retireOthers(Account... kept) {
    List<Long> ids = Arrays.stream(kept).map(Account::id).toList();
    repository.saveAll(
        repository.findAll().stream()
            .filter(account -> account.role == Role.ADMINISTRATOR && !ids.contains(account.id))
            .peek(account -> account.enabled = false)
            .toList());
  }

  private Row find(Account account) {
    return as.call(administrator, () -> administration.page(account.username(), 0, 1)).getFirst();
  }

  private boolean opens(Account account, String password) {
    return encoder.matches(password, repository.findById(account.id()).orElseThrow().passwordHash);
  }
}
