package app.keypoint.content.lint;

import app.keypoint.content.format.Report;
import app.keypoint.content.grading.TypedMatch;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rules about the questions of a file taken together. */
final class FileRules {

  /** Fewer items than these show no habit. */
  private static final int ENOUGH_FOR_LENGTH = 5;

  private static final int ENOUGH_FOR_PLACE = 8;

  private FileRules() {}

  /** Error: two questions with one id. */
  static void duplicateIds(List<Item> items, Report report) {
    duplicates(
        items,
        Item::id,
        (item, other) ->
            report.error(
                "duplicate-id",
                item.at("id"),
                "The question in line %d has the id `%s` too."
                    .formatted(report.line(other.at("id")), item.id()),
                "Give the newer one another id: the older one's is tied to its history."));
  }

  /** Error: two questions with one stem. */
  static void duplicateStems(List<Item> items, Report report) {
    duplicates(
        items,
        item -> TypedMatch.normalise(item.prompt()),
        (item, other) ->
            report.error(
                "duplicate-stem",
                item.at("stem"),
                "This is the stem of `" + other.id() + "` too.",
                "Reword or remove one of them.",
                other.id()));
  }

  private static void duplicates(
      List<Item> items, Function<Item, String> by, BiConsumer<Item, Item> found) {
    Map<String, Item> first = new HashMap<>();
    for (Item item : items) {
      Item other = first.putIfAbsent(by.apply(item), item);
      if (other != null) {
        found.accept(item, other);
      }
    }
  }

  /** Warning: in more than 40 % of the items with one key, that key is the longest option. */
  static void keyTooOftenLongest(List<Item> items, Report report) {
    List<Item> keyed = items.stream().filter(item -> item.key() >= 0).toList();
    long longest = keyed.stream().filter(FileRules::keyIsLongest).count();
    if (keyed.size() >= ENOUGH_FOR_LENGTH && longest * 10 > keyed.size() * 4L) {
      report.warn(
          "longest-key-habit",
          "/questions",
          "The right option is the longest in %d of %d questions.".formatted(longest, keyed.size()),
          "Lengthen distractors or shorten keys until it is so in fewer than 40 %.",
          String.valueOf(longest),
          String.valueOf(keyed.size()));
    }
  }

  private static boolean keyIsLongest(Item item) {
    int key = item.options().get(item.key()).length();
    return item.options(false).stream().allMatch(option -> option.length() < key);
  }

  /**
   * Warning: keys sit in one position more often than two standard deviations above what chance
   * would give.
   */
  static void keyTooOftenInOnePlace(List<Item> items, Report report) {
    List<Item> keyed = items.stream().filter(item -> item.key() >= 0).toList();
    if (keyed.size() < ENOUGH_FOR_PLACE) {
      return;
    }
    int n = keyed.size();
    double p = keyed.stream().mapToDouble(item -> 1.0 / item.options().size()).average().orElse(0);
    keyed.stream()
        .collect(Collectors.groupingBy(Item::key, Collectors.counting()))
        .forEach(
            (place, count) -> {
              if (count > n * p + 2 * Math.sqrt(n * p * (1 - p))) {
                report.warn(
                    "key-position-habit",
                    "/questions",
                    "In %d of %d questions the right option is number %d."
                        .formatted(count, n, place + 1),
                    "Spread the right options over all places.",
                    String.valueOf(count),
                    String.valueOf(n),
                    String.valueOf(place + 1));
              }
            });
  }

  /** Warning: a word that only the key repeats, and that is rare in the file, points to the key. */
  static void echoOfTheStem(List<Item> items, Report report) {
    Map<String, Integer> stems = new HashMap<>();
    items.forEach(
        item -> Words.content(item.prompt()).forEach(w -> stems.merge(w, 1, Integer::sum)));
    for (Item item : items) {
      Set<String> echo = new HashSet<>(Words.content(String.join(" ", item.options(true))));
      echo.retainAll(Words.content(item.prompt()));
      echo.removeAll(Words.content(String.join(" ", item.options(false))));
      echo.removeIf(word -> word.length() < 5 || stems.getOrDefault(word, 0) > 2);
      if (!echo.isEmpty()) {
        report.warn(
            "echo",
            item.at("stem"),
            "Only the right option repeats “" + String.join("”, “", echo) + "” of the stem.",
            "Use another word in one of the two, or let distractors repeat it.",
            String.join("”, “", echo));
      }
    }
  }

  /** Warning: the answer of one question stands in the stem of another on the same matter. */
  static void givesAway(List<Item> items, Report report) {
    List<Set<String>> stems = items.stream().map(item -> Words.content(item.prompt())).toList();
    for (int asked = 0; asked < items.size(); asked++) {
      Item item = items.get(asked);
      if (item.options(true).size() > 1) {
        continue;
      }
      for (String answer : item.answers()) {
        givesAway(answer, asked, items, stems, report);
      }
    }
  }

  private static void givesAway(
      String words, int asked, List<Item> items, List<Set<String>> stems, Report report) {
    Item item = items.get(asked);
    List<String> answer = Words.of(words);
    if (!answer.stream().allMatch(Words::stop) && !contains(Words.of(item.prompt()), answer)) {
      for (int giving = 0; giving < items.size(); giving++) {
        Set<String> shared = new HashSet<>(stems.get(asked));
        shared.retainAll(stems.get(giving));
        if (giving != asked
            && shared.size() >= 2
            && contains(Words.of(items.get(giving).prompt()), answer)) {
          report.warn(
              "gives-away",
              items.get(giving).at("stem"),
              "This stem tells the answer of `" + item.id() + "`: “" + words + "”.",
              "Leave it out, or ask for something else there.",
              item.id(),
              words);
        }
      }
    }
  }

  /** Warning: a right option of one question states another's claim, answer and all. */
  static void optionsGiveAway(List<Item> items, Report report) {
    for (Item asked : items) {
      if (asked.options(true).size() <= 1) {
        asked.answers().forEach(answer -> optionsGiveAway(answer, asked, items, report));
      }
    }
  }

  private static void optionsGiveAway(String words, Item asked, List<Item> items, Report report) {
    List<String> answer = Words.of(words);
    if (answer.stream().allMatch(Words::stop)) {
      return;
    }
    Set<String> prompt = new HashSet<>(Words.roots(asked.prompt()));
    prompt.removeAll(Words.roots(words));
    for (Item giving : items) {
      if (giving != asked
          && giving.options(true).stream().anyMatch(o -> states(o, answer, prompt))) {
        report.warn(
            "options-give-away",
            giving.at("options"),
            "A right option tells the answer of `" + asked.id() + "`: “" + words + "”.",
            "Word it without that, or ask for something else there.",
            asked.id(),
            words);
      }
    }
  }

  private static boolean states(String option, List<String> answer, Set<String> prompt) {
    Set<String> shared = new HashSet<>(Words.roots(option));
    shared.retainAll(prompt);
    return shared.size() >= 2 && contains(Words.of(option), answer);
  }

  private static boolean contains(List<String> words, List<String> part) {
    return Collections.indexOfSubList(words, part) >= 0;
  }

  /** Warning: stems that share four fifths of their words, and want different answers. */
  static void nearDuplicates(List<Item> items, Report report) {
    List<Set<String>> stems = items.stream().map(item -> Words.content(item.prompt())).toList();
    for (int i = 0; i < items.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (similar(stems.get(i), stems.get(j))
            && !TypedMatch.normalise(items.get(i).answer())
                .equals(TypedMatch.normalise(items.get(j).answer()))) {
          report.warn(
              "near-duplicate",
              items.get(i).at("stem"),
              "The stem is nearly that of `" + items.get(j).id() + "`, whose answer is another.",
              "Make the difference plain, or keep one of the two.",
              items.get(j).id());
        }
      }
    }
  }

  private static boolean similar(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    int either = a.size() + b.size() - both.size();
    return both.size() >= 3 && both.size() * 5 >= either * 4;
  }
}
