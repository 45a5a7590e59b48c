package app.keypoint.architecture;

import app.keypoint.KeypointApplication;
import com.tngtech.archunit.ArchConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other only as their package-info files allow, and without cycles. */
class ModulesTest {

  @Test
  void keepTheirBoundaries() {
    ArchConfiguration.withThreadLocalScope(
        configuration -> {
          // Boundaries are between our own classes, and reading the libraries' takes half a minute.
          configuration.setResolveMissingDependenciesFromClassPath(false);
          ApplicationModules.of(KeypointApplication.class).verify();
        });
  }
}
