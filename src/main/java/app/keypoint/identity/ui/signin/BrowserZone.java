package app.keypoint.identity.ui.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** Asks the browser where it is. */
final class BrowserZone {

  private BrowserZone() {}

  /** Hands over the browser's time zone, or UTC if it names none that Java knows. */
  static void ask(UI ui, Consumer<ZoneId> answer) {
    ui.getPage().retrieveExtendedClientDetails(details -> answer.accept(zoneOf(details)));
  }

  private static ZoneId zoneOf(ExtendedClientDetails details) {
    String id = details.getTimeZoneId();
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      // A zone newer than this server's tables; settings offers a near one.
      return ZoneOffset.UTC;
    }
  }
}
