package app.keypoint.architecture;

import app.keypoint.KeypointApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other only as their package-info files allow, and without cycles. */
class ModulesTest {

  @Test
  void keepTheirBoundaries() {
    ApplicationModules.of(KeypointApplication.class).verify();
  }
}
