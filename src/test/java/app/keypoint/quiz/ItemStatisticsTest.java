package app.keypoint.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Response;
import app.keypoint.integrity.Difference;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.quiz.ItemStatistics.Edition;
import app.keypoint.quiz.ItemStatistics.Item;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Part;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Verdict;
import app.keypoint.quiz.ItemStatistics.OptionFigures;
import app.keypoint.quiz.ItemStatistics.Report;
import app.keypoint.statistics.ItemFigures;
import app.keypoint.statistics.NaiveAnalysis;
import app.keypoint.statistics.TotalFigures;
import app.keypoint.support.Differences;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.StoredAttempts.Answered;
import app.keypoint.support.StoredAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Statistics of attempts as the database adds them up. */
@ServiceTest
@Tag("slow")
class ItemStatisticsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final int COHORTS = 50;
  private static final double LAST_DIGIT = 5e-7;

  @Autowired ItemStatistics statistics;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired JdbcTemplate jdbc;
  @Autowired StatementCounter counter;
  @Autowired Differences differences;

  StoredAttempts attempts;
  List<QuestionVersion> questions;
  String quizId;

  @BeforeEach
  void storage() {
    attempts = new StoredAttempts(jdbc);
    quizId = catalogue.quizzes().getFirst().id();
    questions = catalogue.quizzes().getFirst().questions();
  }

  @AfterEach
  void clear() {
    attempts.clear();
  }

  @Test
  void theWorkedExampleFromStoredAttempts() {
    List<Long> learners = learners(5);
    String[] rows = {"1111", "1110", "1100", "1001", "0000"};
    for (int i = 0; i < rows.length; i++) {
      attempts.finished(learners.get(i), MONDAY.plusSeconds(i), marked(rows[i]));
    }
    Report report = report(learners, AttemptSelection.FIRST);

    TotalFigures total = report.total();
    assertThat(total.attempts()).isEqualTo(5);
    assertThat(
            List.of(
                total.mean(),
                total.median(),
                total.deviation(),
                total.skewness(),
                total.kurtosis(),
                total.alpha(),
                total.errorRatio(),
                total.standardError()))
        .usingElementComparator(within())
        .containsExactly(2.2, 2.0, 1.483240, -.551618, .867769, 66.666667, 57.735027, .856349);
    assertThat(report.items().stream().map(item -> item.asked().id()))
        .containsExactlyElementsOf(questions.stream().limit(4).map(QuestionVersion::id).toList());
    assertThat(report.items().stream().map(Item::figures))
        .usingElementComparator(figures())
        .containsExactly(
            new ItemFigures(.8, .447214, 68.640647, 100.0, 25.097986),
            new ItemFigures(.6, .547723, 48.038446, 54.545455, 26.213992),
            new ItemFigures(.4, .547723, 58.333333, 100.0, 27.284388),
            new ItemFigures(.4, .547723, 14.002801, 16.666667, 21.403635));
    assertThat(report.items().getLast().meanTime()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aPageLeftOpenOvernightCountsAsFiveMinutes() {
    List<Long> learners = learners(5);
    learners.forEach(learner -> attempts.finished(learner, MONDAY, marked("11")));
    jdbc.update(
        "update attempt_item set millis = ? where question_id = ? and attempt_id in"
            + " (select id from attempt where learner_id = ?)",
        Duration.ofHours(9).toMillis(),
        questions.getFirst().question().id(),
        learners.getFirst());
    // Four answers took a second each.
    assertThat(report(learners, AttemptSelection.FIRST).items().getFirst().meanTime())
        .isEqualTo(Duration.ofMillis((300_000 + 4 * 1_000) / 5));
  }

  @Test
  void nothingIsToldOfFewerThanFive() {
    List<Long> learners = learners(4);
    learners.forEach(learner -> attempts.finished(learner, MONDAY, marked("1101")));
    Report report = report(learners, AttemptSelection.FIRST);
    assertThat(report.edition()).isNotNull();
    assertThat(report.edition().attempts()).isEqualTo(4);
    assertThat(report.total()).isNull();
    assertThat(report.items()).isEmpty();
    assertThat(report(List.of(), AttemptSelection.FIRST).editions()).isEmpty();
  }

  @Test
  void theFirstFinishedAttemptCounts_orAll() {
    List<Long> learners = learners(5);
    for (Long learner : learners) {
      attempts.dropped(learner, MONDAY, marked("00"));
      attempts.finished(learner, MONDAY.plusSeconds(9), marked("11"));
      attempts.finished(learner, MONDAY.plusSeconds(5), marked("01"));
    }
    Report first = report(learners, AttemptSelection.FIRST);
    assertThat(first.total().attempts()).isEqualTo(5);
    assertThat(first.items().getFirst().figures().facility()).isZero();
    Report all = report(learners, AttemptSelection.ALL);
    assertThat(all.total().attempts()).isEqualTo(10);
    assertThat(all.items().getFirst().figures().facility()).isEqualTo(.5);
  }

  @Test
  void learnersOfOthersAndOtherQuizzesStayOut() {
    List<Long> learners = learners(5);
    learners.forEach(learner -> attempts.finished(learner, MONDAY, marked("11")));
    learners(3).forEach(other -> attempts.finished(other, MONDAY, marked("00")));
    QuestionVersion elsewhere = catalogue.quizzes().get(1).questions().getFirst();
    learners.forEach(
        learner ->
            attempts.finished(
                learner, MONDAY, List.of(new Answered(elsewhere, right(elsewhere), 1))));
    Report report = report(learners, AttemptSelection.ALL);
    assertThat(report.editions()).extracting(Edition::attempts).containsExactly(5);
    assertThat(report.total().mean()).isEqualTo(2);
  }

  @Test
  void attemptsAtAnotherSeriesAreAnEditionOfTheirOwn() {
    List<Long> before = learners(6);
    List<Long> after = learners(5);
    QuestionVersion first = questions.getFirst();
    QuestionVersion second = questions.get(1);
    before.forEach(
        learner ->
            attempts.finished(
                learner,
                MONDAY,
                List.of(
                    new Answered(first, right(first), 0), new Answered(second, right(second), 1))));
    after.forEach(
        learner ->
            attempts.finished(
                learner,
                MONDAY.plusSeconds(60),
                // In another order, which makes no other quiz of it.
                List.of(
                    new Answered(second, right(second), 1),
                    new Answered(first, first.series() + 1, right(first), 1))));
    List<Long> learners = new ArrayList<>(before);
    learners.addAll(after);
    Report latest = report(learners, AttemptSelection.FIRST);
    assertThat(latest.editions()).extracting(Edition::attempts).containsExactly(5, 6);
    assertThat(latest.edition()).isEqualTo(latest.editions().getFirst());
    assertThat(latest.total().mean()).isEqualTo(2);
    Edition old = latest.editions().getLast();
    Report earlier = statistics.of(quizId, learners, AttemptSelection.FIRST, old.id());
    assertThat(earlier.total().attempts()).isEqualTo(6);
    assertThat(earlier.total().mean()).isEqualTo(1);

    // As long as the new one says nothing yet, the old one is shown.
    attempts.finished(learners(1).getFirst(), MONDAY.plusSeconds(90), marked("1"));
    List<Long> few = new ArrayList<>(before);
    few.addAll(after.subList(0, 2));
    assertThat(report(few, AttemptSelection.FIRST).edition().attempts()).isEqualTo(6);
    assertThat(statistics.of(quizId, few, AttemptSelection.FIRST, -1L).edition()).isNull();
  }

  @Test
  void aDistractorOfTheStrongAsksForALookAtTheKey_andAnUnusedOneForAnother() {
    QuestionVersion question =
        questions.stream()
            .filter(
                each ->
                    each.question() instanceof Question.Single single
                        && single.options().size() >= 4)
            .findFirst()
            .orElseThrow();
    QuestionVersion other =
        questions.stream().filter(each -> each != question).findFirst().orElseThrow();
    List<Option> options = ((Question.Choice) question.question()).options();
    Option key = options.stream().filter(Option::correct).findFirst().orElseThrow();
    List<Option> wrong = options.stream().filter(option -> !option.correct()).toList();
    List<Long> learners = learners(9);
    for (int i = 0; i < 9; i++) {
      // The weakest take the first wrong one, the middle the key, the strongest the second.
      Option taken = i < 3 ? wrong.get(0) : i < 6 ? key : wrong.get(1);
      attempts.finished(
          learners.get(i),
          MONDAY,
          List.of(
              new Answered(
                  question, new Response.Picked(Set.of(taken.id())), taken.correct() ? 1 : 0),
              new Answered(other, right(other), i < 3 ? 0 : i < 6 ? .25 : 2)));
    }
    Item item = report(learners, AttemptSelection.FIRST).items().getFirst();
    assertThat(item.options())
        .extracting(OptionFigures::optionId)
        .containsExactlyElementsOf(options.stream().map(Option::id).toList());
    assertThat(option(item, wrong.get(0)).verdict()).isEqualTo(Verdict.WORKS);
    assertThat(option(item, wrong.get(0)).lower()).isEqualTo(new Part(3, 3));
    assertThat(option(item, wrong.get(0)).upper()).isEqualTo(new Part(0, 3));
    assertThat(option(item, wrong.get(0)).pointBiserial()).isNegative();
    assertThat(option(item, wrong.get(1)).verdict()).isEqualTo(Verdict.CHECK_KEY);
    assertThat(option(item, wrong.get(1)).upper().share()).isEqualTo(1);
    assertThat(option(item, wrong.get(1)).meanTotal()).isEqualTo(2);
    assertThat(option(item, wrong.get(1)).share()).isEqualTo(1 / 3.0);
    assertThat(option(item, wrong.get(2)).verdict()).isEqualTo(Verdict.UNUSED);
    assertThat(option(item, wrong.get(2)).meanTotal()).isNull();
    assertThat(option(item, key).verdict()).isEqualTo(Verdict.WORKS);
    assertThat(item.checkKey()).isTrue();
  }

  /** Fifty cohorts of random learners, compared with the definitions applied to each attempt. */
  @Test
  void theDatabaseAddsUpWhatTheDefinitionsSay() {
    for (int seed = 0; seed < COHORTS; seed++) {
      Random random = new Random(seed);
      List<Long> learners = learners(5 + random.nextInt(20));
      List<QuestionVersion> asked = new ArrayList<>(questions);
      Collections.shuffle(asked, random);
      asked = asked.subList(0, 1 + random.nextInt(8));
      List<List<Answered>> first = new ArrayList<>();
      List<List<Answered>> all = new ArrayList<>();
      for (Long learner : learners) {
        double skill = random.nextDouble();
        int goes = 1 + random.nextInt(3);
        for (int go = 0; go < goes; go++) {
          List<Answered> answers = answers(asked, skill, random);
          attempts.finished(learner, MONDAY.plusSeconds(go), answers);
          all.add(answers);
          if (go == 0) {
            first.add(answers);
          }
        }
      }
      compare(seed, report(learners, AttemptSelection.FIRST), asked, first);
      compare(seed, report(learners, AttemptSelection.ALL), asked, all);
      if (seed == COHORTS - 1) {
        checkData(learners);
      }
      attempts.clear();
      if (seed == COHORTS - 1) {
        learners.forEach(differences::makeFollow);
      }
    }
  }

  /** Of attempts written by SQL alone: sound by themselves, and by what then follows from them. */
  private void checkData(List<Long> learners) {
    for (Long learner : learners) {
      assertThat(differences.of(learner))
          .extracting(Difference::kind)
          .containsOnly(Difference.Kind.QUIZ, Difference.Kind.DAY);
      differences.makeFollow(learner);
      assertThat(differences.of(learner)).isEmpty();
    }
  }

  @Test
  void theNumberOfStatementsDependsOnNeitherLearnersNorQuestions() {
    List<Long> few = learners(5);
    few.forEach(learner -> attempts.finished(learner, MONDAY, marked("10")));
    long little = counter.statementsOf(() -> report(few, AttemptSelection.FIRST));
    List<Long> many = learners(25);
    many.forEach(learner -> attempts.finished(learner, MONDAY, marked("10110101")));
    assertThat(counter.statementsOf(() -> report(many, AttemptSelection.FIRST)))
        .isEqualTo(little)
        .isLessThanOrEqualTo(4);
  }

  private void compare(
      int seed, Report report, List<QuestionVersion> asked, List<List<Answered>> rows) {
    NaiveAnalysis naive =
        new NaiveAnalysis(
            rows.stream().map(row -> row.stream().mapToDouble(Answered::marks).toArray()).toList());
    assertThat(report.total())
        .as("seed %d", seed)
        .usingRecursiveComparison(nearly())
        .isEqualTo(naive.total());
    assertThat(report.items()).hasSameSizeAs(asked);
    for (int i = 0; i < asked.size(); i++) {
      Item item = report.items().get(i);
      assertThat(item.asked()).isEqualTo(asked.get(i));
      assertThat(item.figures())
          .as("seed %d, question %d", seed, i)
          .usingRecursiveComparison(nearly())
          .isEqualTo(naive.item(i));
      for (OptionFigures option : item.options()) {
        assertThat(option)
            .as("seed %d, question %d", seed, i)
            .usingRecursiveComparison(nearly())
            .isEqualTo(naive(option, i, rows, naive));
      }
    }
  }

  private static OptionFigures naive(
      OptionFigures option, int question, List<List<Answered>> rows, NaiveAnalysis naive) {
    double[] totals = naive.totals();
    boolean[] chose = new boolean[totals.length];
    for (int i = 0; i < chose.length; i++) {
      chose[i] =
          rows.get(i).get(question).response() instanceof Response.Picked picked
              && picked.optionIds().contains(option.optionId());
    }
    List<Integer> choosers =
        IntStream.range(0, chose.length).filter(i -> chose[i]).boxed().toList();
    double[] sorted = totals.clone();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 3 - 1];
    double high = sorted[sorted.length - sorted.length / 3];
    return new OptionFigures(
        option.optionId(),
        option.correct(),
        choosers.size(),
        choosers.size() / (double) totals.length,
        choosers.isEmpty()
            ? null
            : choosers.stream().mapToDouble(i -> totals[i]).average().orElseThrow(),
        naive.pointBiserial(chose),
        part(IntStream.range(0, totals.length).filter(i -> totals[i] >= high - 1e-6), chose),
        part(IntStream.range(0, totals.length).filter(i -> totals[i] <= low + 1e-6), chose));
  }

  private static Part part(IntStream third, boolean[] chose) {
    List<Boolean> of = third.mapToObj(i -> chose[i]).toList();
    return new Part((int) of.stream().filter(each -> each).count(), of.size());
  }

  private static List<Answered> answers(List<QuestionVersion> asked, double skill, Random random) {
    double[] worth = {0, 1 / 3.0, .5, 2 / 3.0, .25};
    return asked.stream()
        .map(
            question ->
                new Answered(
                    question,
                    response(question.question(), random),
                    random.nextDouble() < skill ? 1 : worth[random.nextInt(worth.length)]))
        .toList();
  }

  private static Response response(Question question, Random random) {
    if (!(question instanceof Question.Choice choice)) {
      return new Response.Typed("whatever", false);
    }
    List<String> ids = new ArrayList<>(choice.options().stream().map(Option::id).toList());
    Collections.shuffle(ids, random);
    int picked = question instanceof Question.Single ? 1 : 1 + random.nextInt(ids.size());
    return new Response.Picked(ids.stream().limit(picked).collect(Collectors.toSet()));
  }

  private static OptionFigures option(Item item, Option option) {
    return item.options().stream()
        .filter(each -> each.optionId().equals(option.id()))
        .findFirst()
        .orElseThrow();
  }

  private Report report(List<Long> learners, AttemptSelection counted) {
    return statistics.of(quizId, learners, counted, null);
  }

  /** A mark for each of the first questions. */
  private List<Answered> marked(String marks) {
    return IntStream.range(0, marks.length())
        .mapToObj(
            i -> {
              QuestionVersion asked = questions.get(i);
              return new Answered(asked, right(asked), marks.charAt(i) - '0');
            })
        .toList();
  }

  private static Response right(QuestionVersion asked) {
    return Responses.right(asked.question());
  }

  private List<Long> learners(int count) {
    return IntStream.range(0, count).mapToObj(_ -> fixtures.learner().id()).toList();
  }

  private static Comparator<Double> within() {
    return (a, b) -> Math.abs(a - b) < LAST_DIGIT ? 0 : Double.compare(a, b);
  }

  private static Comparator<ItemFigures> figures() {
    return (a, b) ->
        IntStream.range(0, 5).allMatch(i -> within().compare(parts(a)[i], parts(b)[i]) == 0)
            ? 0
            : 1;
  }

  private static double[] parts(ItemFigures figures) {
    return new double[] {
      figures.facility(),
      figures.deviation(),
      figures.discrimination(),
      figures.efficiency(),
      figures.weight()
    };
  }

  private static RecursiveComparisonConfiguration nearly() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b),
            Double.class)
        .build();
  }
}
