package app.keypoint.support;

import app.keypoint.KeypointApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Another server on the database of a test: with a persistence unit and blocks of ids of its own.
 */
public final class SecondServer {

  private SecondServer() {}

  /** Starts it; to be closed. */
  public static ConfigurableApplicationContext beside(Environment first) {
    return new SpringApplicationBuilder(KeypointApplication.class)
        .run(
            "--keypoint.data-dir=" + first.getRequiredProperty("keypoint.data-dir"),
            "--spring.datasource.url=" + first.getRequiredProperty("spring.datasource.url"),
            "--spring.datasource.username="
                + first.getRequiredProperty("spring.datasource.username"),
            "--server.port=0",
            "--management.server.port=0");
  }
}
