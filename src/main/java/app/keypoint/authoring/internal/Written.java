package app.keypoint.authoring.internal;

import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.OptionText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A body as it is kept: what was typed, with an id for each option. */
final class Written {

  private Written() {}

  static ItemBody body(ItemBody typed) {
    ItemBody body = Printable.of(typed);
    return body instanceof ItemBody.Question question ? identified(question) : body;
  }

  /** Those that have an id keep it: answers of the past name it. */
  private static ItemBody.Question identified(ItemBody.Question q) {
    Set<String> taken = new HashSet<>();
    q.options().forEach(option -> taken.add(option.id()));
    List<OptionText> options = new ArrayList<>();
    for (OptionText option : q.options()) {
      options.add(
          option.id().isBlank()
              ? new OptionText(unused(taken), option.text(), option.correct(), option.why())
              : option);
    }
    return q.withOptions(options);
  }

  private static String unused(Set<String> taken) {
    for (int i = 0; ; i++) {
      String id = i < 26 ? Character.toString('a' + i) : "o" + i;
      if (taken.add(id)) {
        return id;
      }
    }
  }
}
