package app.keypoint.content.grading;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.Response;
import app.keypoint.content.format.ParsedQuiz;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Nobody should get the shipped multiple choice right by tricks. A guesser who knows how many
 * options are right picks those that a trick favours, and draws lots where it favours several; an
 * item counts when the pick is wholly right.
 */
class GuesserTest {

  private static final double ABOVE_CHANCE = 0.10;

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
    Map<String, Map<Item, double[]>> votes = new LinkedHashMap<>();
    Map<String, Double> shares = new LinkedHashMap<>();
    TRICKS.forEach(
        (name, trick) -> {
          Map<Item, double[]> scores = scores(items, item -> scores(item, trick));
          shares.put(name, share(scores));
          votes.put(name, scores(items, item -> vote(scores.get(item))));
        });
    double chance = share(scores(items, item -> new double[item.texts.size()]));
    mixtures(items, votes).entrySet().stream()
        .map(mixture -> Map.entry(mixture.getKey(), share(mixture.getValue())))
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
  private static Map<String, Map<Item, double[]>> mixtures(
      List<Item> items, Map<String, Map<Item, double[]>> votes) {
    List<String> names = List.copyOf(votes.keySet());
    Map<String, Map<Item, double[]>> mixtures = new LinkedHashMap<>();
    for (int set = 1; set < 1 << names.size(); set++) {
      int chosen = set;
      List<String> voters =
          IntStream.range(0, names.size())
              .filter(t -> (chosen >> t & 1) == 1)
              .mapToObj(names::get)
              .toList();
      if (voters.size() > 1) {
        Map<Item, double[]> sums = new LinkedHashMap<>();
        for (Item item : items) {
          double[] sum = new double[item.texts.size()];
          voters.forEach(v -> Arrays.setAll(sum, i -> sum[i] + votes.get(v).get(item)[i]));
          sums.put(item, sum);
        }
        mixtures.put(String.join(" + ", voters), sums);
      }
    }
    return mixtures;
  }

  /** A trick's vote, shared among the options that it likes best. */
  private static double[] vote(double[] scores) {
    double best = Arrays.stream(scores).max().orElseThrow();
    long liked = Arrays.stream(scores).filter(score -> score == best).count();
    return Arrays.stream(scores).map(score -> score < best ? 0 : 1.0 / liked).toArray();
  }

  private static double[] scores(Item item, ToDoubleBiFunction<Item, Integer> trick) {
    return IntStream.range(0, item.texts.size())
        .mapToDouble(i -> trick.applyAsDouble(item, i))
        .toArray();
  }

  private static Map<Item, double[]> scores(List<Item> items, Function<Item, double[]> scoring) {
    Map<Item, double[]> scores = new LinkedHashMap<>();
    items.forEach(item -> scores.put(item, scoring.apply(item)));
    return scores;
  }

  private static double share(Map<Item, double[]> scores) {
    return scores.entrySet().stream()
        .mapToDouble(entry -> share(entry.getKey(), entry.getValue()))
        .average()
        .orElseThrow();
  }

  /** How likely the pick is wholly right: one of the picks that the scores leave open. */
  private static double share(Item item, double[] scores) {
    double[] falling = Arrays.stream(scores).map(score -> -score).sorted().toArray();
    double last = -falling[item.keys - 1];
    List<Set<String>> picks = List.of(Set.of());
    for (int i = 0; i < scores.length; i++) {
      String id = item.question.options().get(i).id();
      boolean sure = scores[i] > last;
      boolean open = scores[i] == last;
      picks =
          picks.stream()
              .flatMap(
                  pick -> {
                    Set<String> more = new HashSet<>(pick);
                    more.add(id);
                    return sure ? Stream.of(more) : open ? Stream.of(pick, more) : Stream.of(pick);
                  })
              .toList();
    }
    return picks.stream()
        .filter(pick -> pick.size() == item.keys)
        .mapToInt(pick -> Grading.outcome(item.question, new Response.Picked(pick)).right() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Stream<Item> items(ParsedQuiz quiz) {
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
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
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
