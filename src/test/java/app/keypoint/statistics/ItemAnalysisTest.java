package app.keypoint.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

class ItemAnalysisTest {

  private static final List<double[]> WORKED = attempts("1111", "1110", "1100", "1001", "0000");

  private final ItemAnalysis worked = analysed(WORKED);

  @Test
  void theWorkedExample_itemByItem() {
    assertColumn(ItemFigures::facility, .8, .6, .4, .4);
    assertColumn(ItemFigures::deviation, .447214, .547723, .547723, .547723);
    assertColumn(ItemFigures::discrimination, 68.640647, 48.038446, 58.333333, 14.002801);
    assertColumn(ItemFigures::efficiency, 100, 54.545455, 100, 16.666667);
    assertColumn(ItemFigures::weight, 25.097986, 26.213992, 27.284388, 21.403635);
  }

  @Test
  void theWorkedExample_asAWhole() {
    TotalFigures total = worked.total();
    assertThat(total.attempts()).isEqualTo(5);
    assertThat(total.mean()).isEqualTo(2.2, toTheLastDigit());
    assertThat(total.median()).isEqualTo(2);
    assertThat(total.deviation()).isEqualTo(1.483240, toTheLastDigit());
    assertThat(total.skewness()).isEqualTo(-.551618, toTheLastDigit());
    assertThat(total.kurtosis()).isEqualTo(.867769, toTheLastDigit());
    assertThat(total.alpha()).isEqualTo(66.666667, toTheLastDigit());
    assertThat(total.errorRatio()).isEqualTo(57.735027, toTheLastDigit());
    assertThat(total.standardError()).isEqualTo(.856349, toTheLastDigit());
  }

  @Test
  void fourAttemptsSayNothing() {
    NaiveAnalysis four = new NaiveAnalysis(WORKED.subList(0, 4));
    assertThat(ItemAnalysis.of(four.totalSums(), four.itemSums())).isEmpty();
    assertThat(ItemAnalysis.pointBiserial(four.totalSums(), 2, 5)).isNull();
  }

  @Test
  void whatEverybodyGotRightTellsNobodyApart() {
    ItemAnalysis analysis = analysed(attempts("110", "111", "100", "101", "110"));
    ItemFigures easy = analysis.items().getFirst();
    assertThat(easy.facility()).isEqualTo(1);
    assertThat(easy.deviation()).isZero();
    assertThat(easy.discrimination()).isNull();
    assertThat(easy.efficiency()).isNull();
    assertThat(easy.weight()).isZero();
  }

  @Test
  void equalTotalsHaveNoShapeAndNoConsistency() {
    ItemAnalysis analysis = analysed(attempts("10", "01", "10", "01", "10"));
    assertThat(analysis.total())
        .isEqualTo(new TotalFigures(5, 1, 1, 0, null, null, null, null, null));
    assertThat(analysis.items())
        .allSatisfy(
            item -> {
              assertThat(item.discrimination()).isEqualTo(-100, toTheLastDigit());
              assertThat(item.weight()).isNull();
            });
  }

  @Test
  void aSingleQuestionIsConsistentWithNothing() {
    ItemAnalysis analysis = analysed(attempts("1", "0", "1", "0", "1"));
    assertThat(analysis.total().alpha()).isNull();
    assertThat(analysis.total().standardError()).isNull();
    assertThat(analysis.items().getFirst().discrimination()).isNull();
    assertThat(analysis.items().getFirst().weight()).isEqualTo(100, toTheLastDigit());
  }

  @Test
  void aQuestionThatWorksAgainstTheOthersHasNoWeight() {
    ItemAnalysis analysis = analysed(attempts("1110", "1110", "1100", "0001", "0001"));
    assertThat(analysis.items().getLast().discrimination()).isNegative();
    assertThat(analysis.items().getLast().weight()).isNull();
    assertThat(analysis.items().subList(0, 3).stream().mapToDouble(ItemFigures::weight).sum())
        .isEqualTo(100, toTheLastDigit());
  }

  @Test
  void whatGoesWithNothingIsZero_notALittleBelow() {
    NaiveAnalysis naive = new NaiveAnalysis(attempts("11", "10", "11", "10", "01", "00"));
    ItemSums first = naive.itemSums().getFirst();
    ItemSums rounded = new ItemSums(1, first.x(), first.xx(), 6 - 1e-12, first.sorted());
    // Four of six right, three right elsewhere, two both: as chance would have it.
    assertThat(
            ItemAnalysis.of(naive.totalSums(), List.of(rounded, rounded))
                .orElseThrow()
                .items()
                .getFirst()
                .discrimination())
        .isEqualTo(0.0);
  }

  @Test
  void whatGivesNoMarksHasNoFacility() {
    NaiveAnalysis sums = new NaiveAnalysis(attempts("10", "10", "00", "00", "10"));
    List<ItemSums> items = new ArrayList<>(sums.itemSums());
    items.set(1, new ItemSums(0, 0, 0, 0, 0));
    ItemFigures worthless =
        ItemAnalysis.of(sums.totalSums(), items).orElseThrow().items().getLast();
    assertThat(worthless.facility()).isNull();
  }

  @Test
  void anOptionOfTheStrongGoesWithTheTotal() {
    TotalSums totals = new NaiveAnalysis(WORKED).totalSums();
    assertThat(ItemAnalysis.pointBiserial(totals, 2, 7)).isPositive();
    assertThat(ItemAnalysis.pointBiserial(totals, 2, 2)).isNegative();
    assertThat(ItemAnalysis.pointBiserial(totals, 0, 0)).isNull();
    assertThat(ItemAnalysis.pointBiserial(totals, 5, 11)).isNull();
  }

  @Property(tries = 400)
  void sumsSayWhatTheDefinitionsSay(@ForAll("attempts") List<double[]> marks) {
    NaiveAnalysis naive = new NaiveAnalysis(marks);
    ItemAnalysis analysis = ItemAnalysis.of(naive.totalSums(), naive.itemSums()).orElseThrow();
    assertThat(analysis.total()).usingRecursiveComparison(nearly()).isEqualTo(naive.total());
    for (int i = 0; i < analysis.items().size(); i++) {
      assertThat(analysis.items().get(i))
          .usingRecursiveComparison(nearly())
          .isEqualTo(naive.item(i));
    }
  }

  @Provide
  Arbitrary<List<double[]>> attempts() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            questions ->
                Arbitraries.of(0.0, 0.25, 1 / 3.0, 0.5, 1.0, 1.0)
                    .list()
                    .ofSize(questions)
                    .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                    .list()
                    .ofMinSize(5)
                    .ofMaxSize(60));
  }

  /** Equal but for rounding. */
  private static RecursiveComparisonConfiguration nearly() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b),
            Double.class)
        .build();
  }

  private void assertColumn(Function<ItemFigures, Double> figure, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(figure.apply(worked.items().get(i))).isEqualTo(expected[i], toTheLastDigit());
    }
  }

  private static org.assertj.core.data.Offset<Double> toTheLastDigit() {
    return within(5e-7);
  }

  private static ItemAnalysis analysed(List<double[]> marks) {
    NaiveAnalysis sums = new NaiveAnalysis(marks);
    return ItemAnalysis.of(sums.totalSums(), sums.itemSums()).orElseThrow();
  }

  /** A row of ones and zeros each. */
  private static List<double[]> attempts(String... rows) {
    return Arrays.stream(rows)
        .map(row -> row.chars().mapToDouble(digit -> digit - '0').toArray())
        .toList();
  }
}
