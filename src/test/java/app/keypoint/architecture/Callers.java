package app.keypoint.architecture;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the rules about {@link OpenTo} look at. */
final class Callers {

  private Callers() {}

  /** Every method of a bean that others reach by a public interface says who may call it. */
  static ArchCondition<JavaClass> sayWhoMayCallThem() {
    return new ArchCondition<>("say by @OpenTo who may call them") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isBean(type)) {
          return;
        }
        services(type)
            .flatMap(service -> service.getMethods().stream())
            .filter(method -> audience(type, method).isEmpty())
            .forEach(
                method ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, "Nothing says who may call " + method.getFullName())));
      }
    };
  }

  /** Calls within a class, and from classes within it, are not looked at, so none may need it. */
  static ArchCondition<JavaClass> notCallTheirOwnGuardedMethods() {
    return new ArchCondition<>("not call methods of their own that are open to somebody else") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
            .filter(call -> outermost(call.getTargetOwner()).equals(outermost(type)))
            .filter(Callers::isGuardedByItself)
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
      }
    };
  }

  /** A screen shows to a person, so who that is has to be asked on the way. */
  static ArchCondition<JavaClass> callNothingThatIsForFeatures() {
    return new ArchCondition<>("call nothing that is open to features only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .filter(Callers::isForFeatures)
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
      }
    };
  }

  private static boolean isBean(JavaClass type) {
    return !type.isInterface() && type.isMetaAnnotatedWith(Component.class);
  }

  /** The interfaces by which a class is known to other features. */
  private static Stream<JavaClass> services(JavaClass type) {
    return type.getAllRawInterfaces().stream().filter(Callers::isService);
  }

  private static boolean isService(JavaClass type) {
    return type.isInterface()
        && type.getPackageName().startsWith("app.keypoint")
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static Optional<Audience> audience(JavaClass type, JavaMethod declared) {
    return implementation(type, declared)
        .flatMap(method -> method.tryGetAnnotationOfType(OpenTo.class))
        .or(() -> type.tryGetAnnotationOfType(OpenTo.class))
        .map(OpenTo::value);
  }

  private static Optional<JavaMethod> implementation(JavaClass type, JavaMethod declared) {
    String[] parameters =
        declared.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return type.tryGetMethod(declared.getName(), parameters);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Callers::outermost).orElse(type);
  }

  private static boolean isGuardedByItself(JavaCodeUnitAccess<?> call) {
    return call.getTarget().resolveMember().stream()
        .anyMatch(method -> method.isAnnotatedWith(OpenTo.class));
  }

  private static boolean isForFeatures(JavaMethodCall call) {
    return call.getTarget().resolveMember().stream()
        .filter(method -> isService(method.getOwner()))
        .anyMatch(
            method ->
                method.getOwner().getAllSubclasses().stream()
                    .filter(Callers::isBean)
                    .anyMatch(
                        type -> audience(type, method).equals(Optional.of(Audience.FEATURES))));
  }
}
