package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.architecture.ServiceMethods;
import app.keypoint.authoring.DraftSummary;
import app.keypoint.authoring.Right;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.LiveDashboards;
import app.keypoint.identity.Account;
import app.keypoint.identity.signin.AuthenticatorSetup;
import app.keypoint.identity.signin.PasskeySetup;
import app.keypoint.identity.signin.Passkeys;
import app.keypoint.identity.signin.SecondFactors;
import app.keypoint.support.Fixtures;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Every method of every service, found by reflection, called by everybody whom it is not for with
 * the real ids of somebody else's things: nothing of theirs comes out, and not one of their rows is
 * another afterwards.
 */
@WrongPersonTest
@Tag("slow")
class WrongPersonAtServicesTest {

  /** Who has the code is let in by it; that those who were removed are not is tested as well. */
  private static final String BY_CODE = "Memberships.join";

  /** Tells those who may use a quiz its title and whose it is. */
  private static final String TELLS_OF_USE = "Drafts.of(instructorId)";

  /** Whoever is in it ends their own membership, and nobody else's. */
  private static final String LEAVING = "Memberships.leave(learnerId, cohortId)";

  private static final String TELLS_OF_ONESELF = "OwnData.write(account, readme, target)";

  @Autowired ApplicationContext beans;
  @Autowired WorldOfTest worlds;
  @Autowired EntityManager entities;
  @Autowired TransactionTemplate transaction;
  @Autowired Passkeys passkeys;
  @Autowired SecondFactors factors;
  @Autowired Cohorts cohorts;

  private World world;
  private Arguments arguments;
  private Map<String, List<String>> rows;

  /** The last change of any table at which {@link #rows} were seen to be so. */
  private long seenAt;

  /** Named instead of the victim's; null for that. */
  private @Nullable Long ownCohort;

  private final List<String> faults = new ArrayList<>();
  private final Set<String> outsideTransactions = new HashSet<>();

  /** A service's method, and whom its class opens it to. */
  private record Guarded(Object bean, Method method, Audience audience) {

    boolean asksForOwn() {
      return Stream.of(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(Own.class));
    }

    String name() {
      return method.getDeclaringClass().getSimpleName()
          + "."
          + method.getName()
          + Stream.of(method.getParameters())
              .map(Parameter::getName)
              .collect(Collectors.joining(", ", "(", ")"));
    }
  }

  /** What came of a call. */
  private sealed interface Outcome {

    record Thrown(Throwable why) implements Outcome {

      boolean refused() {
        return why instanceof AccessDeniedException;
      }
    }

    record Returned(@Nullable Object value) implements Outcome {}
  }

  @BeforeEach
  void aWorld() {
    makeWorld();
  }

  private void makeWorld() {
    world = worlds.make();
    SecurityContext learner = world.learnerSession();
    long id = world.learner().id();
    AuthenticatorSetup app = Worlds.as(learner, () -> factors.begin(id, Fixtures.PASSWORD));
    PasskeySetup passkey =
        passkeys.possible()
            ? Worlds.as(learner, () -> passkeys.begin(id, Fixtures.PASSWORD, "Key"))
            : null;
    arguments = new Arguments(world, worlds.quiz(), app, passkey);
    seenAt = worlds.rows().lastChange();
    rows = worlds.rows().of(world.victims());
  }

  @Test
  void everyTableIsSaidToBeSomebodysOrNobodys() {
    assertThat(worlds.rows().unknown()).isEmpty();
    assertThat(rows.entrySet().stream().filter(table -> table.getValue().isEmpty()))
        .as("tables of which the victim has no row")
        .isEmpty();
  }

  @Test
  void whoNamesAPersonSaysWhetherItHasToBeOneself() {
    List<String> silent = new ArrayList<>();
    for (Guarded guarded : all()) {
      if (guarded.audience() == Audience.ADMINISTRATORS
          || guarded.audience() == Audience.FEATURES) {
        continue;
      }
      Parameter[] parameters = guarded.method().getParameters();
      boolean names = Stream.of(parameters).anyMatch(WrongPersonAtServicesTest::namesSomebody);
      if (names && !guarded.asksForOwn()) {
        silent.add(guarded.name());
      }
    }
    assertThat(silent).as("name a person and have no @Own").isEmpty();
  }

  private static boolean namesSomebody(Parameter parameter) {
    return parameter.getType() == Account.class
        || parameter.getName().matches("(learner|account|instructor)Ids?|todayByLearner");
  }

  @Test
  void nobodyGetsAtWhatIsSomebodyElses() {
    MatrixTable table = new MatrixTable("services");
    for (Guarded guarded : all()) {
      for (Persona persona : Persona.values()) {
        table.put(guarded.name(), persona, cell(guarded, persona));
      }
    }
    table.print();
    assertThat(table.size()).isGreaterThan(100);
    assertThat(table.emptyCells()).isEmpty();
    assertThat(faults).isEmpty();
  }

  /** Whoever runs a cohort names it, and in it a learner, a note or an attempt of another. */
  @Test
  void nobodyGetsAtThemByWayOfACohortOfTheirOwn() {
    List<String> tried = new ArrayList<>();
    for (Guarded guarded : all()) {
      boolean inACohort =
          Stream.of(guarded.method().getParameters()).anyMatch(p -> p.getName().equals("cohortId"));
      if (guarded.audience() != Audience.INSTRUCTORS || !guarded.asksForOwn() || !inACohort) {
        continue;
      }
      Account own = world.accounts().get(Persona.OTHER_INSTRUCTOR);
      SecurityContext session = world.sessions().get(Persona.OTHER_INSTRUCTOR);
      ownCohort = Worlds.as(session, () -> cohorts.of(own.id())).getFirst().id();
      tried.add(guarded.name());
      call(
          guarded,
          session,
          own,
          outcome -> {
            if (outcome instanceof Outcome.Returned returned) {
              new Leaks(world.mark(), world.ids())
                  .in(shown(returned.value()))
                  .ifPresent(leak -> faults.add(guarded.name() + " told " + leak));
            }
            List<String> changed = changed();
            if (!changed.isEmpty()) {
              faults.add(guarded.name() + " changed " + changed);
            }
          });
    }
    assertThat(tried).hasSizeGreaterThan(40);
    assertThat(faults).isEmpty();
  }

  /** What tells of later changes tells nothing by itself. */
  private static @Nullable Object shown(@Nullable Object value) {
    return value instanceof LiveDashboards.Opened opened ? opened.dashboard() : value;
  }

  @Test
  void theOwnerGetsAtAllOfIt() {
    List<String> refused = new ArrayList<>();
    for (Guarded guarded : all()) {
      boolean teaches =
          Stream.of(guarded.method().getParameters())
              .anyMatch(p -> p.getName().equals("instructorId"));
      boolean owners =
          guarded.audience() == Audience.ACCOUNTS
              || guarded.audience() == Audience.NEWCOMERS
              || guarded.audience() == Audience.INSTRUCTORS;
      if (owners && guarded.asksForOwn()) {
        call(
            guarded,
            teaches ? world.instructorSession() : world.learnerSession(),
            null,
            outcome -> {
              if (outcome instanceof Outcome.Thrown thrown
                  && (thrown.refused()
                      || thrown.why().getClass().getSimpleName().equals("GoneException"))) {
                refused.add(guarded.name() + ": " + thrown.why());
              }
            });
      }
    }
    assertThat(refused).isEmpty();
  }

  /** What a person gets of a method, named as themselves and as the victim. */
  private String cell(Guarded guarded, Persona persona) {
    if (guarded.audience() == Audience.FEATURES) {
      return "features only"; // No screen calls it: LayersTest.
    }
    String asVictim = attempt(guarded, persona, null);
    if (!guarded.asksForOwn()) {
      return asVictim;
    }
    if (!asVictim.equals("refused")) {
      faults.add(guarded.name() + " let in the " + persona.words + " as the victim");
    }
    return attempt(guarded, persona, world.accounts().get(persona));
  }

  private String attempt(Guarded guarded, Persona persona, @Nullable Account own) {
    String what = guarded.name() + " as " + persona.words + (own == null ? "" : ", for oneself");
    List<String> cell = new ArrayList<>();
    call(
        guarded,
        world.sessions().get(persona),
        own,
        outcome -> {
          boolean refused = outcome instanceof Outcome.Thrown thrown && thrown.refused();
          if (!refused && !persona.isIn(guarded.audience())) {
            faults.add(what + " was not refused: " + outcome);
          }
          cell.add(
              switch (outcome) {
                case Outcome.Thrown thrown when thrown.refused() -> "refused";
                case Outcome.Thrown thrown -> thrown.why().getClass().getSimpleName();
                case Outcome.Returned _ -> "own only";
              });
          if (guarded.audience() == Audience.ADMINISTRATORS
              && persona == Persona.ADMINISTRATOR
              && !refused) {
            cell.set(0, "may");
            return;
          }
          if (refused && cell.size() == 1 && !changesAnything(guarded)) {
            return;
          }
          boolean byCode = guarded.name().startsWith(BY_CODE) && persona != Persona.REMOVED_MEMBER;
          boolean ofUse =
              own != null && persona == Persona.MAY_USE && guarded.name().equals(TELLS_OF_USE);
          if (ofUse && outcome instanceof Outcome.Returned(List<?> told)) {
            assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                    DraftSummary.class,
                    quiz -> {
                      assertThat(quiz.title()).isEqualTo("Draft " + world.mark());
                      assertThat(quiz.right()).isEqualTo(Right.USE);
                    });
            cell.set(0, "may use");
          } else if (outcome instanceof Outcome.Returned returned && !byCode) {
            new Leaks(
                    world.mark(),
                    own == null ? world.ids() : world.idsUnknownTo(persona),
                    own == null ? Set.of() : known(guarded, persona))
                .in(returned.value())
                .ifPresent(leak -> faults.add(what + " told " + leak));
          }
          List<String> changed = changed();
          boolean leaving = persona == Persona.CLASSMATE && guarded.name().equals(LEAVING);
          if (leaving && own != null) {
            assertThat(List.of("cohort_member")).as("%s: %s", what, outcome).containsAll(changed);
          } else if (!changed.isEmpty() && !byCode) {
            faults.add(what + " changed " + changed);
          }
          if (byCode && outcome instanceof Outcome.Returned) {
            cell.set(0, "by the code");
          }
        });
    return cell.getFirst();
  }

  /** What was done with a person, and what is shared with them, is in what is kept of them. */
  private Set<String> known(Guarded guarded, Persona persona) {
    if (persona == Persona.CLASSMATE || !guarded.name().equals(TELLS_OF_ONESELF)) {
      return world.knownTo(persona);
    }
    return switch (persona) {
      case REMOVED_MEMBER, TAKEN_AWAY ->
          Set.of("Class " + world.mark(), world.instructor().username());
      case MAY_USE -> Set.of("Draft " + world.mark());
      default -> Set.of();
    };
  }

  /** Nothing does before it has been let in. */
  private static boolean changesAnything(Guarded guarded) {
    return guarded.audience() == Audience.ANYBODY;
  }

  private List<String> changed() {
    try {
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        entities.flush();
      }
    } catch (RuntimeException e) {
      return List.of(); // What could not be written is rolled back.
    }
    if (worlds.rows().lastChange() == seenAt) {
      return List.of();
    }
    Map<String, List<String>> now = worlds.rows().of(world.victims());
    return rows.keySet().stream().filter(name -> !rows.get(name).equals(now.get(name))).toList();
  }

  /**
   * Calls it in a transaction that is taken back, and makes the world anew if that did not help.
   */
  private void call(
      Guarded guarded, SecurityContext session, @Nullable Account own, Consumer<Outcome> then) {
    Object[] values =
        Arrays.stream(guarded.method().getParameters())
            .map(
                parameter ->
                    ownCohort != null && parameter.getName().equals("cohortId")
                        ? ownCohort
                        : arguments.of(parameter, own))
            .toArray();
    List<Outcome> outcomes = new ArrayList<>();
    if (!outsideTransactions.contains(guarded.name())) {
      transaction.executeWithoutResult(
          status -> {
            status.setRollbackOnly();
            outcomes.add(outcome(guarded, session, values));
            if (needsItsOwnTransaction(outcomes.getFirst())) {
              outsideTransactions.add(guarded.name());
            } else {
              then.accept(outcomes.getFirst());
            }
          });
    }
    if (outsideTransactions.contains(guarded.name())) {
      outcomes.add(outcome(guarded, session, values));
      then.accept(outcomes.getLast());
      worlds.restoreAccounts(world);
    }
    boolean ran = !(outcomes.getLast() instanceof Outcome.Thrown thrown && thrown.refused());
    if (!ran) {
      return;
    }
    long lastChange = worlds.rows().lastChange();
    if (lastChange == seenAt) {
      return;
    }
    if (rows.equals(worlds.rows().of(world.victims()))) {
      seenAt = lastChange;
    } else {
      makeWorld();
    }
  }

  private static boolean needsItsOwnTransaction(Outcome outcome) {
    return outcome instanceof Outcome.Thrown thrown
        && (thrown.why() instanceof IllegalTransactionStateException
            || String.valueOf(thrown.why().getMessage()).startsWith("A password is hashed before"));
  }

  private static Outcome outcome(Guarded guarded, SecurityContext session, Object[] values) {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    try {
      return Worlds.as(session, () -> outcome(guarded, values));
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private static Outcome outcome(Guarded guarded, Object[] values) {
    try {
      Object value = guarded.method().invoke(guarded.bean(), values);
      for (Object argument : values) {
        if (argument instanceof ByteArrayOutputStream written) {
          value = written.toByteArray();
        }
        if (argument instanceof Arguments.Told told) {
          value = told.all();
        }
      }
      return new Outcome.Returned(value);
    } catch (InvocationTargetException e) {
      return new Outcome.Thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private List<Guarded> all() {
    var scanner = SecurityAnnotationScanners.requireUnique(OpenTo.class);
    List<Guarded> all = new ArrayList<>();
    for (Method method : ServiceMethods.all().toList()) {
      for (Object bean : beans.getBeansOfType(method.getDeclaringClass()).values()) {
        Class<?> own = ClassUtils.getUserClass(bean);
        OpenTo said = scanner.scan(method, own);
        OpenTo openTo = said == null ? own.getAnnotation(OpenTo.class) : said;
        assertThat(openTo).as("%s of %s", method, own).isNotNull();
        all.add(new Guarded(bean, method, openTo.value()));
      }
    }
    all.sort(Comparator.comparing(Guarded::name));
    return all;
  }
}
