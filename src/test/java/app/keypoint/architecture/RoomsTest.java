package app.keypoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything has a place that can be guessed: small rooms, and one name for one type. ADR 192. */
@AnalyzeClasses(packages = "app.keypoint", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

  private static final int MAX = 20;

  /** Whose rooms need each other both ways: why is in ADR 192. */
  private static final Set<String> GROWN_TOGETHER =
      Set.of("app.keypoint.authoring.internal", "app.keypoint.identity.internal");

  @ArchTest
  static void noRoomHoldsMoreThanTwentyTypes(JavaClasses classes) {
    assertThat(beyond(classes, JavaClass::getPackageName, MAX)).isEmpty();
  }

  @ArchTest
  static void noTwoTypesHaveOneName(JavaClasses classes) {
    assertThat(beyond(classes, JavaClass::getSimpleName, 1)).isEmpty();
  }

  /** Screens aside, which lead to each other. */
  @ArchTest
  static final ArchRule roomsOfAFeatureNeedEachOtherOneWay =
      SlicesRuleDefinition.slices().assignedFrom(rooms()).should().beFreeOfCycles();

  private static SliceAssignment rooms() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String room = type.getPackageName();
        return room.contains(".ui.")
                || room.endsWith(".ui")
                || GROWN_TOGETHER.stream().anyMatch(room::startsWith)
            ? SliceIdentifier.ignore()
            : SliceIdentifier.of(room);
      }

      @Override
      public String getDescription() {
        return "rooms";
      }
    };
  }

  /** What more than so many types have in common. */
  private static Set<String> beyond(
      JavaClasses classes, Function<JavaClass, String> property, int max) {
    Map<String, Long> counts =
        types(classes).collect(Collectors.groupingBy(property, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > max)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<JavaClass> types(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }
}
