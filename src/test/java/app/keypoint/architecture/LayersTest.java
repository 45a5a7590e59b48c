package app.keypoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import app.keypoint.KeypointApplication;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** What the modules' own declarations cannot say. */
@AnalyzeClasses(
    packagesOf = KeypointApplication.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  private static final String[] SCREENS = {"app.keypoint..ui..", "app.keypoint.shell.."};

  @ArchTest
  static final ArchRule onlyScreensAndSecurityKnowVaadin =
      noClasses()
          .that()
          .resideOutsideOfPackages(SCREENS)
          .and()
          .doNotBelongToAnyOf(KeypointApplication.class)
          .and(DescribedPredicate.not(securityConfiguration()))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.vaadin..");

  /** Nothing is upgraded to another protocol: the container's faults there are not ours. ADR 95. */
  @ArchTest
  static final ArchRule noPagePushes =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "com\\.vaadin\\.flow\\.(component\\.page\\.Push|component\\.PushConfiguration|shared\\.communication\\.PushMode)");

  @ArchTest
  static final ArchRule screensKnowNoEntitiesOrRepositories =
      noClasses()
          .that()
          .resideInAnyPackage(SCREENS)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Repository.class);

  @ArchTest
  static final ArchRule internalsStayInternal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("app.keypoint..internal..");

  @ArchTest
  static final ArchRule onlyTheWriterWritesCardsAndTheirLog =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("app.keypoint.review.internal.log.LogWriter")
          .should()
          .accessTargetWhere(writesCards());

  /** Somebody who wants a good SM-2 and FSRS only can lift it out. */
  @ArchTest
  static final ArchRule schedulingIsPure =
      noClasses()
          .that()
          .resideInAPackage("app.keypoint.scheduling..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "app.keypoint.scheduling..", "app.keypoint.time..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule statisticsArePure =
      noClasses()
          .that()
          .resideInAPackage("app.keypoint.statistics..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("app.keypoint.statistics..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheClockAsksTheSystem =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.keypoint.time")
          .should()
          .accessTargetWhere(asksTheSystemForTimeOrZone());

  @ArchTest
  static final ArchRule metersAreInMetricsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.keypoint.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule servicesSayWhoMayCallThem =
      classes().that().resideInAPackage("app.keypoint..").should(Callers.sayWhoMayCallThem());

  @ArchTest
  static final ArchRule noCallGoesRoundItsCheck =
      classes()
          .that()
          .resideInAPackage("app.keypoint..")
          .should(Callers.notCallTheirOwnGuardedMethods());

  @ArchTest
  static final ArchRule screensCallNothingThatAsksForNobody =
      classes().that().resideInAnyPackage(SCREENS).should(Callers.callNothingThatIsForFeatures());

  /** They trust the role that a session once got; {@code @OpenTo} asks for the one of now. */
  @ArchTest
  static final ArchRule rolesAreCheckedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages(SCREENS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.security.access.prepost", "jakarta.annotation.security")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(EnableMethodSecurity.class);

  /** The Host header is anybody's choice; {@code BaseAddress} has the operator's word. */
  @ArchTest
  static final ArchRule nothingIsBuiltFromTheHostOfARequest =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("app.keypoint.identity.internal.request.OwnRedirects")
          .should()
          .accessTargetWhere(asksARequestForItsHost());

  @ArchTest
  static final ArchRule dependenciesComeThroughConstructors =
      noFields()
          .should()
          .beAnnotatedWith(Autowired.class)
          .orShould()
          .beAnnotatedWith(Value.class)
          .orShould()
          .beAnnotatedWith(PersistenceContext.class);

  @ArchTest
  static final ArchRule nullnessIsChecked = classes().should(belongToANullMarkedPackage());

  private static DescribedPredicate<JavaClass> securityConfiguration() {
    return DescribedPredicate.describe(
        "the security configuration",
        type ->
            type.getPackageName().startsWith("app.keypoint.identity.internal")
                && type.getName().contains("Security"));
  }

  private static DescribedPredicate<JavaAccess<?>> writesCards() {
    Set<String> repositories = Set.of("CardRepository", "LogRepository");
    return DescribedPredicate.describe(
        "writes cards or their log",
        access -> {
          String owner = access.getTargetOwner().getSimpleName();
          String name = access.getName();
          return (repositories.contains(owner)
                  && (name.startsWith("save")
                      || name.startsWith("delete")
                      || name.equals("retire")
                      || name.equals("restore")))
              || (owner.equals("CardEntity") && (name.equals("apply") || name.equals("<init>")));
        });
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTimeOrZone() {
    Set<String> names = Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone", "system");
    return DescribedPredicate.describe(
        "asks the system for the time or zone",
        access ->
            (access.getTargetOwner().getPackageName().equals("java.time")
                    && names.contains(access.getName()))
                || access.getTarget().getFullName().equals("java.lang.System.currentTimeMillis()")
                || access.getTarget().getFullName().equals("java.util.Date.<init>()"));
  }

  private static DescribedPredicate<JavaAccess<?>> asksARequestForItsHost() {
    Set<String> names = Set.of("getServerName", "getServerPort", "getRequestURL", "getLocalName");
    return DescribedPredicate.describe(
        "asks a request for its host",
        access ->
            names.contains(access.getName())
                || access.getTargetOwner().getSimpleName().equals("ServletUriComponentsBuilder"));
  }

  private static ArchCondition<JavaClass> belongToANullMarkedPackage() {
    return new ArchCondition<>("belong to a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getPackageName() + " has no @NullMarked package-info"));
      }
    };
  }
}
