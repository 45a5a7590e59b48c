package app.keypoint.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Halves the memory of what every open page keeps: its last response, for a browser that did not
 * hear it and asks again. One dash or quotation mark in it makes each letter take two bytes;
 * written as JSON's escapes they say the same, and each letter takes one.
 */
@Component
class LastResponses implements VaadinServiceInitListener, VaadinRequestInterceptor {

  private static final int ESCAPE_LENGTH = 6;
  private static final int SHORT = 1_000;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addVaadinRequestInterceptor(this);
  }

  @Override
  public void requestStart(VaadinRequest request, VaadinResponse response) {
    // Nothing is kept yet.
  }

  @Override
  public void handleException(
      VaadinRequest request,
      VaadinResponse response,
      @Nullable VaadinSession session,
      Exception failure) {
    // Has its own ways.
  }

  @Override
  public void requestEnd(
      VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
    UI page = UI.getCurrent();
    if (session == null || page == null) {
      return;
    }
    session.lock();
    try {
      UIInternals kept = page.getInternals();
      String last = kept.getLastRequestResponse();
      if (last != null && last.length() > SHORT) {
        kept.setLastRequestResponse(narrow(last));
      }
    } finally {
      session.unlock();
    }
  }

  /** The same JSON in the fewest bytes of memory. */
  static String narrow(String json) {
    long wide = json.chars().filter(LastResponses::isWide).count();
    if (wide == 0 || (ESCAPE_LENGTH - 1) * wide >= json.length()) {
      return json;
    }
    StringBuilder narrow =
        new StringBuilder(json.length() + (ESCAPE_LENGTH - 1) * Math.toIntExact(wide));
    json.chars()
        .forEach(
            letter -> {
              if (isWide(letter)) {
                narrow.append("\\u%04x".formatted(letter));
              } else {
                narrow.append((char) letter);
              }
            });
    return narrow.toString();
  }

  /** Whether one such letter makes all of a text's letters take two bytes. */
  private static boolean isWide(int letter) {
    return letter > 0xFF;
  }
}
