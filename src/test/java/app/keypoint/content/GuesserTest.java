package app.keypoint.content;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.file.QuizDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Nobody should get the shipped multiple choice right by tricks. A guesser who knows how many
 * options are right picks those that a trick favours, and draws lots where it favours several; an
 * item counts when the pick is wholly right.
 */
class GuesserTest {

  private static final double ABOVE_CHANCE = 0.10;
  private static final int LOTS = 60;

  private static final Set<String> STOP =
      Set.of(
          ("that with from them they what their then than this which when where have does such into"
                  + " would said says those these other more some while whom whose itself")
              .split(" "));
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern HEDGE =
      Pattern.compile(
          "(?i)\\b(may|might|can|could|would|perhaps|seems?|tends?|suggests?|likely|mostly|partly"
              + "|rather|often|some)\\b");
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?i)\\b(all|always|never|none|no|nobody|nothing|every\\w*|only|alone|any\\w*|entirely"
              + "|purely|must|cannot|without|at once)\\b");

  private record Item(Question.Choice question, String hints, List<String> texts, int keys) {}

  /** What each trick thinks of an option: the more the better. */
  private static final Map<String, ToDoubleBiFunction<Item, Integer>> TRICKS = tricks();

  private static Map<String, ToDoubleBiFunction<Item, Integer>> tricks() {
    Map<String, ToDoubleBiFunction<Item, Integer>> tricks = new LinkedHashMap<>();
    tricks.put("longest", (item, i) -> item.texts.get(i).length());
    tricks.put("shortest", (item, i) -> -item.texts.get(i).length());
    tricks.put(
        "most words shared",
        (item, i) -> {
          Set<String> shared = words(item.texts.get(i));
          shared.retainAll(words(item.hints));
          return shared.size();
        });
    tricks.put("odd one out", GuesserTest::oddities);
    tricks.put("middle value", GuesserTest::middle);
    tricks.put("most hedged", (item, i) -> HEDGE.matcher(item.texts.get(i)).results().count());
    tricks.put("no absolutes", (item, i) -> -ABSOLUTE.matcher(item.texts.get(i)).results().count());
    return tricks;
  }

  @Test
  void getsLittleMoreThanChanceByAnyTrick(TestReporter reporter) {
    List<Item> items = ShippedQuestions.quizzes().stream().flatMap(GuesserTest::items).toList();
    assertThat(items).hasSizeGreaterThan(40);
    double chance = share(items, (item, i) -> 0);
    Map<String, Double> shares = new LinkedHashMap<>();
    TRICKS.forEach((name, trick) -> shares.put(name, share(items, trick)));
    mixtures().entrySet().stream()
        .map(mixture -> Map.entry(mixture.getKey(), share(items, mixture.getValue())))
        .max(Map.Entry.comparingByValue())
        .ifPresent(best -> shares.put("best mixture: " + best.getKey(), best.getValue()));
    reporter.publishEntry("guesser", table(items, chance, shares));
    assertThat(shares)
        .allSatisfy(
            (trick, share) ->
                assertThat(share).as(trick).isLessThanOrEqualTo(chance + ABOVE_CHANCE));
  }

  private static String table(List<Item> items, double chance, Map<String, Double> shares) {
    return shares.entrySet().stream()
        .map(row -> "%5.1f %%  %s".formatted(100 * row.getValue(), row.getKey()))
        .collect(
            Collectors.joining(
                "\n",
                "\n%d items of multiple choice wholly right%n%5.1f %%  chance%n"
                    .formatted(items.size(), 100 * chance),
                "\n"));
  }

  /** Every set of two tricks or more, each with one vote. */
  private static Map<String, ToDoubleBiFunction<Item, Integer>> mixtures() {
    List<String> names = List.copyOf(TRICKS.keySet());
    Map<String, ToDoubleBiFunction<Item, Integer>> mixtures = new LinkedHashMap<>();
    for (int set = 1; set < 1 << names.size(); set++) {
      int chosen = set;
      List<String> voters =
          IntStream.range(0, names.size())
              .filter(t -> (chosen >> t & 1) == 1)
              .mapToObj(names::get)
              .toList();
      if (voters.size() > 1) {
        mixtures.put(
            String.join(" + ", voters),
            (item, i) -> voters.stream().mapToDouble(v -> vote(TRICKS.get(v), item, i)).sum());
      }
    }
    return mixtures;
  }

  /** A trick's vote, shared among the options that it likes best. */
  private static double vote(ToDoubleBiFunction<Item, Integer> trick, Item item, int option) {
    double[] scores =
        IntStream.range(0, item.texts.size())
            .mapToDouble(i -> trick.applyAsDouble(item, i))
            .toArray();
    double best = Arrays.stream(scores).max().orElseThrow();
    return scores[option] < best ? 0 : 1.0 / Arrays.stream(scores).filter(s -> s == best).count();
  }

  private static double share(List<Item> items, ToDoubleBiFunction<Item, Integer> trick) {
    return items.stream().mapToDouble(item -> share(item, trick)).average().orElseThrow();
  }

  private static double share(Item item, ToDoubleBiFunction<Item, Integer> trick) {
    Random lots = new Random(7);
    double[] scores =
        IntStream.range(0, item.texts.size())
            .mapToDouble(i -> trick.applyAsDouble(item, i))
            .toArray();
    int right = 0;
    for (int lot = 0; lot < LOTS; lot++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, item.texts.size()).boxed().toList());
      java.util.Collections.shuffle(order, lots);
      order.sort(Comparator.comparingDouble(i -> -scores[i]));
      Set<String> picked =
          order.stream()
              .limit(item.keys)
              .map(i -> item.question.options().get(i).id())
              .collect(Collectors.toSet());
      right += Grading.outcome(item.question, new Response.Picked(picked)).right() ? 1 : 0;
    }
    return (double) right / LOTS;
  }

  private static java.util.stream.Stream<Item> items(QuizDraft quiz) {
    Map<String, KeyPoint> points =
        quiz.keyPoints().stream().collect(Collectors.toMap(KeyPoint::id, point -> point));
    return quiz.questions().stream()
        .filter(question -> question instanceof Question.Choice)
        .map(question -> (Question.Choice) question)
        .map(
            question -> {
              KeyPoint point = points.get(question.keyPointId());
              return new Item(
                  question,
                  question.stem() + " " + point.title() + " " + point.topicOrTitle(),
                  question.options().stream().map(o -> Markdown.text(o.text())).toList(),
                  (int) question.options().stream().filter(Option::correct).count());
            });
  }

  /** Words of four letters or more, cut to six, so that their forms meet. */
  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(java.util.Locale.ROOT))
        .results()
        .map(word -> word.group())
        .filter(word -> word.length() > 3 && !STOP.contains(word))
        .map(word -> word.substring(0, Math.min(6, word.length())))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** In how many traits of form an option stands alone. */
  private static double oddities(Item item, int option) {
    List<List<Object>> traits = item.texts.stream().map(GuesserTest::traits).toList();
    return IntStream.range(0, traits.getFirst().size())
        .filter(
            t ->
                IntStream.range(0, traits.size())
                    .allMatch(
                        i ->
                            i == option || !traits.get(i).get(t).equals(traits.get(option).get(t))))
        .count();
  }

  private static List<Object> traits(String text) {
    String[] words = text.split(" ");
    return List.of(
        words[0],
        words[words.length - 1].endsWith("s"),
        words.length / 3,
        text.contains(","),
        text.contains("-"),
        words[0].endsWith("ing"),
        text.matches(".*\\d.*"),
        text.substring(1).matches(".*\\p{Lu}.*"));
  }

  /** How near an option is to the middle: of the numbers, or of the lengths. */
  private static double middle(Item item, int option) {
    boolean numbers = item.texts.stream().allMatch(text -> text.matches("\\d+"));
    List<Integer> values =
        item.texts.stream().map(text -> numbers ? Integer.parseInt(text) : text.length()).toList();
    double below = values.stream().filter(v -> v < values.get(option)).count();
    double above = values.stream().filter(v -> v > values.get(option)).count();
    return -Math.abs(below - above);
  }
}
