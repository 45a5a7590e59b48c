package app.keypoint.authoring.ui.editor;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.ItemBody;
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
import java.util.stream.Stream;

/** What goes beyond the limits of a part, as findings: nothing of it was kept. */
final class LimitFindings {

  private LimitFindings() {}

  /**
   * @param body that was refused
   */
  static List<ItemFinding> of(
      ConstraintViolationException refused, String itemId, ItemBody body, Locale locale) {
    return refused.getConstraintViolations().stream()
        .map(limit -> finding(limit, itemId, body, locale))
        .toList();
  }

  /** As quiz files name it: several blanks are counted there from the first on. */
  private static String named(List<String> field, ItemBody body) {
    String path = String.join("/", field);
    if (!(body instanceof ItemBody.Question question) || question.blanks() < 2) {
      return path;
    }
    return switch (field.isEmpty() ? "" : field.getFirst()) {
      case "accept", "wrong" -> "blanks/0/" + path;
      case "more" ->
          field.size() < 2
              ? path
              : String.join(
                  "/",
                  Stream.concat(
                          Stream.of("blanks", String.valueOf(Integer.parseInt(field.get(1)) + 1)),
                          field.stream().skip(2))
                      .toList());
      default -> path;
    };
  }

  private static ItemFinding finding(
      ConstraintViolation<?> limit, String itemId, ItemBody body, Locale locale) {
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
        named(field, body),
        rule,
        limit.getMessage(),
        "",
        line > 0 ? List.of(figure, String.valueOf(line)) : List.of(figure));
  }
}
