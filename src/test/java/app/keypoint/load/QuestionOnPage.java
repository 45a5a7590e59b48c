package app.keypoint.load;

import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The question that a page shows, as whoever uses the keyboard alone knows it. */
record QuestionOnPage(UidlPage page) {

  private static final String FIRST_OPTION = "a";
  private static final String GO_ON = "Enter";
  private static final String GOOD = "3";

  /** Whether it waits for an answer. */
  boolean isAsked() {
    return keyed(FIRST_OPTION).isPresent() || !fields().isEmpty();
  }

  /** Whether its answer was right and waits for a grade. */
  boolean waitsForGrade() {
    return keyed(GOOD).isPresent();
  }

  /** Whether there is something to go on to. */
  boolean goesOn() {
    return keyed(GO_ON).isPresent();
  }

  /** The messages that answer it, in order: the last one sends the answer. */
  List<ObjectNode> answer() {
    List<ObjectNode> messages = new ArrayList<>();
    keyed(FIRST_OPTION).ifPresent(option -> messages.add(click(option)));
    fields().forEach(field -> messages.add(page.property(field.id(), "value", "no idea")));
    // Several may be right, or each blank has to be filled: these are checked together.
    keyed(GO_ON).ifPresent(check -> messages.add(click(check)));
    return messages;
  }

  ObjectNode goOn() {
    return click(keyed(GO_ON).orElseThrow());
  }

  ObjectNode grade() {
    return click(keyed(GOOD).orElseThrow());
  }

  private ObjectNode click(Node node) {
    return page.event(node.id(), "click");
  }

  private List<Node> fields() {
    return page.nodes().stream().filter(node -> node.tag().equals("vaadin-text-field")).toList();
  }

  private Optional<Node> keyed(String key) {
    return page.nodes().stream()
        .filter(node -> key.equals(node.attributes().get("data-key")))
        .findFirst();
  }
}
