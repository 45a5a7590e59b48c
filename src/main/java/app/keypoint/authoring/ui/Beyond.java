package app.keypoint.authoring.ui;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.content.Finding.Severity;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What goes beyond the limits of a part, as findings: nothing of it was kept. */
final class Beyond {

  private Beyond() {}

  static List<ItemFinding> of(ConstraintViolationException refused, String itemId, Locale locale) {
    return refused.getConstraintViolations().stream()
        .map(limit -> finding(limit, itemId, locale))
        .toList();
  }

  private static ItemFinding finding(ConstraintViolation<?> limit, String itemId, Locale locale) {
    List<String> field = new ArrayList<>();
    int line = 0;
    for (Path.Node node : limit.getPropertyPath()) {
      boolean element = node.getKind() == ElementKind.CONTAINER_ELEMENT;
      if (element || node.getKind() == ElementKind.PROPERTY) {
        Integer index = node.getIndex();
        if (index != null) {
          field.add(index.toString());
          line = element ? index + 1 : 0;
        }
        if (!element) {
          field.add(node.getName());
        }
      }
    }
    Object most = limit.getConstraintDescriptor().getAttributes().get("max");
    String figure =
        most instanceof Integer number
            ? NumberFormat.getIntegerInstance(locale).format(number)
            : limit.getMessage();
    String rule =
        limit.getInvalidValue() instanceof Collection
            ? "too-many"
            : line > 0 ? "too-long-line" : "too-long";
    return new ItemFinding(
        Severity.ERROR,
        itemId,
        String.join("/", field),
        rule,
        limit.getMessage(),
        "",
        line > 0 ? List.of(figure, String.valueOf(line)) : List.of(figure));
  }
}
