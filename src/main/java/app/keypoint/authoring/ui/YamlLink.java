package app.keypoint.authoring.ui;

import app.keypoint.authoring.QuizDownload;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

/** Where a quiz is downloaded as a quiz file. */
final class YamlLink extends Anchor {

  /**
   * @param title of the quiz
   * @param download asked for when the file is downloaded
   */
  YamlLink(String title, Supplier<QuizDownload> download) {
    super(
        DownloadHandler.fromInputStream(
            event -> {
              QuizDownload file = download.get();
              return new DownloadResponse(
                  new ByteArrayInputStream(file.bytes()),
                  file.name(),
                  file.mediaType(),
                  file.size());
            }),
        "");
    setText(getTranslation("authoring.download"));
    addClassName("small");
    setAriaLabel(getTranslation("authoring.download.of", title));
  }
}
