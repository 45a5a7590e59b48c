package app.keypoint.authoring.internal.files;

import app.keypoint.authoring.DraftCheck.ItemFinding;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.authoring.ItemBody.OptionText;
import app.keypoint.authoring.ItemBody.WrongText;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.content.Finding;
import app.keypoint.content.Question;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.format.QuizWriter;
import app.keypoint.content.picture.PictureSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A draft as the quiz file that it would be. What is not written yet is left out. */
public final class DraftFile {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * Rules about the order of options. Learners get them shuffled and the editor has no way to move
   * them, so an author is not asked to; see ADR 0186.
   */
  private static final Set<String> OF_FILES_ALONE = Set.of("numeric-order", "key-position-habit");

  private final String id;
  private final List<DraftItem> keyPoints;
  private final List<DraftItem> questions;
  private final ObjectNode root = JSON.objectNode();

  public DraftFile(String id, List<DraftItem> items) {
    this.id = id;
    keyPoints = live(items, ItemKind.KEY_POINT);
    questions = live(items, ItemKind.QUESTION);
    root.put("schema", 1);
    root.put("id", id);
    live(items, ItemKind.HEADING).forEach(item -> heading((ItemBody.Heading) item.body()));
    live(items, ItemKind.ARTICLE).forEach(item -> article((ItemBody.Article) item.body()));
    ArrayNode points = root.putArray("keyPoints");
    keyPoints.forEach(item -> points.add(keyPoint(item.id(), (ItemBody.KeyPoint) item.body())));
    ArrayNode asked = root.putArray("questions");
    questions.forEach(item -> asked.add(question(item.id(), (ItemBody.Question) item.body())));
  }

  private static List<DraftItem> live(List<DraftItem> items, ItemKind kind) {
    return items.stream().filter(item -> item.kind() == kind && !item.retired()).toList();
  }

  public String yaml() {
    return QuizWriter.write(root);
  }

  QuizFile parsed() {
    return QuizFile.parse(name(id), yaml());
  }

  /** The name that it has beside the files. */
  static String name(String id) {
    return "published/" + id + ".yaml";
  }

  public DraftCheck check(PictureSource pictures) {
    String yaml = yaml();
    Map<String, Question> playable =
        QuizFile.readableQuestions(yaml, pictures).stream()
            .collect(Collectors.toMap(Question::id, question -> question, (first, _) -> first));
    return new DraftCheck(
        QuizFile.parse(name(id), yaml, pictures).findings().stream()
            .filter(finding -> !OF_FILES_ALONE.contains(finding.rule()))
            .map(this::located)
            .toList(),
        playable);
  }

  /** What is about no part alone is the heading's, where an author is led to it. */
  private ItemFinding located(Finding finding) {
    String[] steps = finding.pointer().split("/", 4); // "", part, index or field, the rest
    String part = steps.length > 1 ? steps[1] : "";
    boolean ofAPart = steps.length > 2;
    String item =
        switch (part) {
          case "keyPoints" -> ofAPart ? at(keyPoints, steps) : id;
          case "questions" -> ofAPart ? at(questions, steps) : id;
          case "article" -> Drafts.ARTICLE;
          default -> id;
        };
    String field =
        switch (part) {
          case "keyPoints", "questions" -> ofAPart ? (steps.length > 3 ? steps[3] : "") : part;
          case "article" -> String.join("/", List.of(steps).subList(2, steps.length));
          default ->
              String.join("/", List.of(steps).subList(Math.min(1, steps.length), steps.length));
        };
    return new ItemFinding(
        finding.severity(),
        item,
        field,
        finding.rule(),
        finding.message(),
        finding.advice(),
        finding.words());
  }

  private static String at(List<DraftItem> items, String[] steps) {
    return items.get(Integer.parseInt(steps[2])).id();
  }

  private void heading(ItemBody.Heading heading) {
    put(root, "title", heading.title());
    root.put("position", heading.position());
    list(root, "terms", heading.terms());
  }

  private void article(ItemBody.Article article) {
    ObjectNode node = root.putObject("article");
    put(node, "title", article.title());
    put(node, "author", article.author());
    put(node, "section", article.section());
    put(node, "text", article.text());
    if (article.readable() && !article.text().isBlank()) {
      node.put("readable", true);
    }
  }

  private static ObjectNode keyPoint(String id, ItemBody.KeyPoint point) {
    ObjectNode node = JSON.objectNode();
    node.put("id", id);
    put(node, "title", point.title());
    put(node, "topic", point.topic());
    put(node, "text", point.text());
    if (point.paragraph() != 0) {
      node.put("paragraph", point.paragraph());
    }
    put(node, "passage", point.passage());
    return node;
  }

  private static ObjectNode question(String id, ItemBody.Question question) {
    ObjectNode node = JSON.objectNode();
    node.put("id", id);
    node.put("type", question.type().name().toLowerCase(Locale.ROOT));
    put(node, "keyPoint", question.keyPointId());
    put(node, "stem", question.stem());
    if (!question.image().none()) {
      ObjectNode image = node.putObject("image");
      put(image, "file", question.image().file());
      put(image, "alt", question.image().alt());
    }
    if (question.type().choice()) {
      ArrayNode options = node.putArray("options");
      question.options().forEach(option -> options.add(option(option)));
    } else {
      typed(node, question);
    }
    put(node, "explanation", question.explanation());
    put(node, "passage", question.passage());
    return node;
  }

  private static void typed(ObjectNode node, ItemBody.Question question) {
    if (question.type() == ItemBody.Type.RECALL) {
      put(node, "answer", question.answer());
    } else {
      put(node, "exact", question.exact());
    }
    int blanks = question.blanks();
    if (blanks < 2) {
      blank(node, question.blank(0));
    } else {
      List<ObjectNode> each =
          IntStream.range(0, blanks)
              .mapToObj(nth -> blank(JSON.objectNode(), question.blank(nth)))
              .toList();
      if (!each.stream().allMatch(ObjectNode::isEmpty)) {
        node.putArray("blanks").addAll(each);
      }
    }
    if (!question.typos()) {
      node.putObject("match").put("typos", "off");
    }
  }

  private static ObjectNode blank(ObjectNode node, BlankText blank) {
    list(node, "accept", blank.accept());
    List<WrongText> wrongs =
        blank.wrong().stream().filter(wrong -> !(wrong.text() + wrong.why()).isBlank()).toList();
    if (!wrongs.isEmpty()) {
      ArrayNode wrong = node.putArray("wrong");
      for (WrongText text : wrongs) {
        ObjectNode one = wrong.addObject();
        put(one, "text", text.text());
        put(one, "why", text.why());
      }
    }
    return node;
  }

  private static ObjectNode option(OptionText option) {
    ObjectNode node = JSON.objectNode();
    put(node, "id", option.id());
    put(node, "text", option.text());
    if (option.correct()) {
      node.put("correct", true);
    }
    put(node, "why", option.why());
    return node;
  }

  private static void put(ObjectNode node, String field, String value) {
    if (!value.isBlank()) {
      node.put(field, value);
    }
  }

  /** Without lines that are still empty. */
  private static void list(ObjectNode node, String field, List<String> values) {
    List<String> written = values.stream().filter(value -> !value.isBlank()).toList();
    if (!written.isEmpty()) {
      ArrayNode array = node.putArray(field);
      written.forEach(array::add);
    }
  }
}
