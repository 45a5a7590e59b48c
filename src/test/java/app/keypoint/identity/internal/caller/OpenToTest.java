package app.keypoint.identity.internal.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.Unattended;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.AsAccount;
import app.keypoint.identity.internal.account.AccountEntity;
import app.keypoint.identity.internal.account.AccountRepository;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.ClassUtils;

/** Services ask for the account as it is now, not as it was when its session began. */
@ServiceTest
class OpenToTest {

  @Autowired ApplicationContext beans;
  @Autowired AccountAdministration administration;
  @Autowired AccountRepository repository;
  @Autowired Fixtures fixtures;

  private AsAccount as;

  /** A method that somebody may call from outside its feature. */
  private record Guarded(Object bean, Method method, Audience audience) {

    @Override
    public String toString() {
      return AopUtils.getTargetClass(bean).getSimpleName() + "." + method.getName();
    }
  }

  @BeforeEach
  void sessions() {
    as = new AsAccount(repository);
  }

  @Test
  void noServiceIsOpenToStrangers() {
    SecurityContext stranger =
        new SecurityContextImpl(
            new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    assertThat(opened(stranger)).isEmpty();
  }

  @Test
  void aRoleThatSomebodyOnlyClaimsOpensNothing() {
    SecurityContext claimed =
        new SecurityContextImpl(
            new TestingAuthenticationToken(
                fixtures.administrator().username(), "", "ROLE_ADMINISTRATOR", "ROLE_INSTRUCTOR"));
    assertThat(opened(claimed)).isEmpty();
  }

  @Test
  void aSwitchedOffAdministratorIsRefusedEverywhere() {
    Account account = fixtures.administrator();
    SecurityContext session = as.session(account);
    change(account, entity -> entity.setEnabled(false));
    assertThat(opened(session)).isEmpty();
  }

  @Test
  void anInstructorMadeALearnerIsRefusedEverywhereUntilTheNextSignIn() {
    Account account = fixtures.instructor();
    SecurityContext session = as.session(account);
    change(
        account,
        entity -> {
          entity.setRole(Role.LEARNER);
          entity.endSessions();
        });
    assertThat(opened(session)).isEmpty();
  }

  @Test
  void aRoleTakenAwayBehindTheSessionsBackIsMissedAtOnce() {
    Account account = fixtures.administrator();
    SecurityContext session = as.session(account);
    change(account, entity -> entity.setRole(Role.LEARNER));
    AsAccount.in(
        session,
        () ->
            assertThatThrownBy(() -> administration.count(""))
                .isInstanceOf(AccessDeniedException.class));
  }

  @Test
  void aSessionOfTheOldPasswordIsRefusedEverywhere() {
    Account account = fixtures.administrator();
    SecurityContext session = as.session(account);
    change(account, entity -> entity.setPassword("another"));
    assertThat(opened(session)).isEmpty();
  }

  @Test
  void aOneTimePasswordOpensNothingButItsReplacement() {
    Account account = fixtures.administrator();
    change(
        account,
        entity -> entity.setOneTimePassword("once", Instant.parse("2999-01-01T00:00:00Z")));
    assertThat(opened(as.session(account)))
        .containsExactly("AccountSettingsService.replaceOneTimePassword");
  }

  @Test
  void rolesOpenWhatIsTheirs() {
    Set<String> administrators = opened(as.session(fixtures.administrator()));
    assertThat(administrators)
        .contains("AccountAdministrationService.resetPassword", "ReviewService.answer")
        .doesNotContain("CohortService.delete");
    assertThat(opened(as.session(fixtures.instructor())))
        .contains("CohortService.delete", "ReviewService.answer")
        .doesNotContain("AccountAdministrationService.resetPassword");
    assertThat(opened(as.session(fixtures.learner())))
        .contains("ReviewService.answer")
        .doesNotContain("CohortService.delete", "AccountAdministrationService.resetPassword");
  }

  @Test
  void theBackgroundHasNoRoleUnlessItSaysThatItIsTheProgram() {
    assertThatThrownBy(() -> administration.count("")).isInstanceOf(AccessDeniedException.class);
    assertThatCode(() -> Unattended.call(() -> administration.count("")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> administration.count("")).isInstanceOf(AccessDeniedException.class);
  }

  /** What lets somebody in, of all that is not for everybody. */
  private Set<String> opened(SecurityContext session) {
    Set<String> opened = new TreeSet<>();
    List<Guarded> all = guarded();
    assertThat(all).hasSizeGreaterThan(60);
    for (Guarded guarded : all) {
      if (!(AsAccount.in(session, () -> outcome(guarded)) instanceof AccessDeniedException)) {
        opened.add(guarded.toString());
      }
    }
    return opened;
  }

  /** What comes of calling a method with nothing; whoever is let in fails at that. */
  private static @Nullable Throwable outcome(Guarded guarded) {
    Object[] nothing =
        Arrays.stream(guarded.method().getParameterTypes())
            .map(type -> type.isPrimitive() ? zero(type) : null)
            .toArray();
    try {
      guarded.method().invoke(guarded.bean(), nothing);
      return null;
    } catch (InvocationTargetException e) {
      // A person's own settings are asked for once more inside, with another message.
      return e.getCause() instanceof AccessDeniedException denied
              && denied.getMessage().startsWith("Not one's own")
          ? null
          : e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object zero(Class<?> type) {
    Object array = java.lang.reflect.Array.newInstance(type, 1);
    return java.lang.reflect.Array.get(array, 0);
  }

  private List<Guarded> guarded() {
    var scanner = SecurityAnnotationScanners.requireUnique(OpenTo.class);
    List<Guarded> guarded = new ArrayList<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name);
      if (type == null || !ClassUtils.getUserClass(type).getName().startsWith("app.keypoint")) {
        continue;
      }
      Class<?> own = ClassUtils.getUserClass(type);
      for (Class<?> service : ClassUtils.getAllInterfacesForClass(own)) {
        if (!service.getName().startsWith("app.keypoint")
            || !Modifier.isPublic(service.getModifiers())) {
          continue;
        }
        for (Method method : service.getMethods()) {
          OpenTo said = scanner.scan(method, own);
          OpenTo openTo = said == null ? own.getAnnotation(OpenTo.class) : said;
          if (openTo != null
              && openTo.value() != Audience.ANYBODY
              && openTo.value() != Audience.FEATURES) {
            guarded.add(new Guarded(beans.getBean(name), method, openTo.value()));
          }
        }
      }
    }
    return guarded;
  }

  private void change(Account account, java.util.function.Consumer<AccountEntity> change) {
    AccountEntity entity = repository.findById(account.id()).orElseThrow();
    change.accept(entity);
    repository.save(entity);
  }
}
