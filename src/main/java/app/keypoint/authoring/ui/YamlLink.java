package app.keypoint.authoring.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.ui.RefusedDownload;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/** Where a quiz is downloaded as a quiz file. */
final class YamlLink extends Anchor {

  /**
   * @param title of the quiz
   * @param download asked for when the file is downloaded
   */
  YamlLink(String title, Supplier<QuizFiles.Download> download) {
    setText(getTranslation("authoring.download"));
    addClassName("small");
    setAriaLabel(getTranslation("authoring.download.of", title));
    Locale locale = getLocale();
    DownloadHandler handler = event -> send(event, download, locale);
    // Its headers say that it is a file; what is said instead of one is shown.
    setHref(handler, AttachmentType.INLINE);
  }

  private void send(DownloadEvent event, Supplier<QuizFiles.Download> download, Locale locale)
      throws IOException {
    try {
      QuizFiles.Download file = download.get();
      event.setFileName(file.name());
      event.setContentType(file.mediaType());
      event.setContentLength(file.size());
      event.getOutputStream().write(file.bytes());
    } catch (HeavyWork.Full e) {
      RefusedDownload.unavailable(event, getTranslation(locale, "authoring.download.full"));
    }
  }
}
