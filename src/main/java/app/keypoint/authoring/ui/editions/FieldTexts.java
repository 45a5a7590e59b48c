package app.keypoint.authoring.ui.editions;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ui.ItemNames;
import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a part says, field by field in words, for comparing two of its wordings. */
public final class FieldTexts {

  /** A field that says one thing on one side and another on the other. */
  record Difference(String field, String left, String right) {}

  private FieldTexts() {}

  /**
   * Fields that differ, in the order of the form.
   *
   * @param draft which says what key points are called
   */
  public static List<Difference> differences(
      ItemBody left, ItemBody right, Draft draft, Component asker) {
    Map<String, String> one = fields(left, asker);
    Map<String, String> other = fields(right, asker);
    String point = asker.getTranslation("authoring.key-point");
    Set<String> all = new LinkedHashSet<>(one.keySet());
    all.addAll(other.keySet());
    return all.stream()
        .map(
            field ->
                new Difference(field, one.getOrDefault(field, ""), other.getOrDefault(field, "")))
        .filter(difference -> !difference.left().equals(difference.right()))
        .map(
            difference ->
                difference.field().equals(point)
                    ? new Difference(
                        point,
                        ItemNames.of(difference.left(), draft, asker),
                        ItemNames.of(difference.right(), draft, asker))
                    : difference)
        .toList();
  }

  private static Map<String, String> fields(ItemBody body, Component asker) {
    Map<String, String> said = new LinkedHashMap<>();
    switch (body) {
      case ItemBody.Heading heading -> {
        said.put(asker.getTranslation("authoring.title"), heading.title());
        said.put(asker.getTranslation("authoring.terms"), String.join("\n", heading.terms()));
      }
      case ItemBody.Article article -> {
        said.put(asker.getTranslation("authoring.article.title"), article.title());
        said.put(asker.getTranslation("authoring.article.author"), article.author());
        said.put(asker.getTranslation("authoring.article.section"), article.section());
        said.put(asker.getTranslation("authoring.article.text"), article.text());
        said.put(
            asker.getTranslation("authoring.article.readable"), mark(article.readable(), asker));
      }
      case ItemBody.KeyPoint point -> {
        said.put(asker.getTranslation("authoring.point.title"), point.title());
        said.put(asker.getTranslation("authoring.point.text"), point.text());
        said.put(asker.getTranslation("authoring.point.topic"), point.topic());
        said.put(asker.getTranslation("authoring.passage"), point.passage());
      }
      case ItemBody.Question question -> question(question, said, asker);
    }
    return said;
  }

  private static void question(
      ItemBody.Question question, Map<String, String> said, Component asker) {
    said.put(
        asker.getTranslation("authoring.type"),
        asker.getTranslation("authoring.type." + question.type()));
    said.put(asker.getTranslation("authoring.key-point"), question.keyPointId());
    said.put(asker.getTranslation("authoring.stem"), question.stem());
    said.put(asker.getTranslation("authoring.image"), image(question.image()));
    // Of all types: words that its type has no use for now are kept, and must not go unseen.
    for (int i = 0; i < question.options().size(); i++) {
      ItemBody.OptionText option = question.options().get(i);
      said.put(
          asker.getTranslation("authoring.option", i + 1),
          (option.correct() ? "✓ " : "") + option.text() + dash(option.why()));
    }
    said.put(asker.getTranslation("authoring.answer"), question.answer());
    for (int nth = 0; nth <= question.more().size(); nth++) {
      ItemBody.BlankText blank = question.blank(nth);
      said.put(of(nth, "authoring.accept", asker), String.join("\n", blank.accept()));
      said.put(
          of(nth, "authoring.wrong", asker),
          blank.wrong().stream()
              .map(wrong -> wrong.text() + dash(wrong.why()))
              .collect(Collectors.joining("\n")));
    }
    said.put(asker.getTranslation("authoring.typos"), mark(question.typos(), asker));
    said.put(asker.getTranslation("authoring.exact"), question.exact());
    said.put(asker.getTranslation("authoring.explanation"), question.explanation());
    said.put(asker.getTranslation("authoring.passage"), question.passage());
  }

  /** Of two images with the same words one sees that they are two. */
  private static String image(ItemBody.ImageText image) {
    return image.none()
        ? ""
        : "%s (%s)"
            .formatted(image.alt(), image.file().substring(0, Math.min(6, image.file().length())));
  }

  /** The first blank may be the only one, so it is not said which it is. */
  private static String of(int nth, String field, Component asker) {
    String name = asker.getTranslation(field);
    return nth == 0 ? name : asker.getTranslation("authoring.blank", nth + 1, name);
  }

  private static String dash(String why) {
    return why.isBlank() ? "" : " — " + why;
  }

  private static String mark(boolean yes, Component asker) {
    return asker.getTranslation(yes ? "authoring.yes" : "authoring.no");
  }
}
