package app.keypoint.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The methods of the interfaces through which features are used, found by reflection. */
public final class ServiceMethods {

  private static final List<Class<?>> SERVICES = find();

  private ServiceMethods() {}

  /** Every interface outside of a feature's internals that a class of its internals implements. */
  public static List<Class<?>> services() {
    return SERVICES;
  }

  private static List<Class<?>> find() {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          // Only our own classes are asked about, and reading the libraries' takes seconds.
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return find(new ClassFileImporter());
        });
  }

  private static List<Class<?>> find(ClassFileImporter importer) {
    return importer
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("app.keypoint")
        .stream()
        .filter(JavaClass::isInterface)
        .filter(type -> !type.getPackageName().matches(".*\\.(internal|ui)(\\..*)?"))
        .filter(
            type ->
                type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
        .filter(
            type ->
                type.getAllSubclasses().stream()
                    .anyMatch(sub -> (sub.getPackageName() + ".").contains(".internal.")))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  public static Stream<Method> all() {
    return services().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
  }
}
