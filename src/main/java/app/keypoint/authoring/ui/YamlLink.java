package app.keypoint.authoring.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Where a quiz is downloaded as a quiz file. */
final class YamlLink extends Anchor {

  /**
   * @param id what the file is called
   * @param title of the quiz
   * @param yaml asked for when the file is downloaded
   */
  YamlLink(String id, String title, Supplier<String> yaml) {
    super(
        DownloadHandler.fromInputStream(
            event -> {
              byte[] file = yaml.get().getBytes(StandardCharsets.UTF_8);
              return new DownloadResponse(
                  new ByteArrayInputStream(file),
                  id + ".yaml",
                  "application/yaml; charset=utf-8",
                  file.length);
            }),
        "");
    setText(getTranslation("authoring.download"));
    addClassName("small");
    setAriaLabel(getTranslation("authoring.download.of", title));
  }
}
