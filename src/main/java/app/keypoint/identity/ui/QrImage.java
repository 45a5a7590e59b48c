package app.keypoint.identity.ui;

import com.vaadin.flow.component.Svg;
import io.nayuki.qrcodegen.QrCode;

/** A QR code. Dark on white in every colour scheme, since cameras expect that. */
class QrImage extends Svg {

  /** Cameras need four modules of nothing around it. */
  private static final int MARGIN = 4;

  QrImage(String text, String description) {
    super(draw(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)));
    addClassName("qr");
    getElement().setAttribute("role", "img").setAttribute("aria-label", description);
  }

  private static String draw(QrCode code) {
    StringBuilder modules = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          modules.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
        }
      }
    }
    int size = code.size + 2 * MARGIN;
    return """
        <svg viewBox="0 0 %d %d" aria-hidden="true" shape-rendering="crispEdges">\
        <rect width="100%%" height="100%%" fill="#fff"/><path d="%s" fill="#000"/></svg>"""
        .formatted(size, size, modules);
  }
}
