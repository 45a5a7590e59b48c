package app.keypoint;

import app.keypoint.content.file.MarkCommand;
import app.keypoint.integrity.DatabaseCommand;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Boots Keypoint and names what every page loads. */
@SpringBootApplication
@EnableScheduling
@StyleSheet("context://assets/keypoint.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class KeypointApplication implements AppShellConfigurator {

  /** Serves learners, unless it is told another command, which it does and ends. */
  public static void main(String[] args) throws IOException {
    if (!MarkCommand.ran(args) && !DatabaseCommand.ran(args)) {
      SpringApplication.run(KeypointApplication.class, args);
    }
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "assets/icons/keypoint.svg", "any");
  }
}
