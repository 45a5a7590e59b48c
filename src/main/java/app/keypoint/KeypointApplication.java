package app.keypoint;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Boots Keypoint and names what every page loads. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://assets/styles.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class KeypointApplication implements AppShellConfigurator {

  public static void main(String[] args) {
    SpringApplication.run(KeypointApplication.class, args);
  }
}
