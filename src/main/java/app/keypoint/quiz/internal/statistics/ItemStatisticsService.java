package app.keypoint.quiz.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.content.QuestionVersion;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.quiz.internal.statistics.SumsRepository.ChoiceRow;
import app.keypoint.quiz.internal.statistics.SumsRepository.EditionRow;
import app.keypoint.quiz.internal.statistics.SumsRepository.ItemRow;
import app.keypoint.quiz.internal.statistics.SumsRepository.SortedRow;
import app.keypoint.statistics.ItemAnalysis;
import app.keypoint.statistics.ItemSums;
import app.keypoint.statistics.TotalSums;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The database adds up, {@link ItemAnalysis} does the rest. */
@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ItemStatisticsService implements ItemStatistics {

  /** The most that a question gives. */
  private static final double MAX = 1;

  private final SumsRepository sums;
  private final Catalogue catalogue;

  ItemStatisticsService(SumsRepository sums, Catalogue catalogue) {
    this.sums = sums;
    this.catalogue = catalogue;
  }

  @Override
  public Report of(
      String quizId,
      Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId) {
    if (learnerIds.isEmpty()) {
      return new Report(List.of(), null, null, List.of());
    }
    long most = most(counted);
    List<EditionRow> rows = sums.editions(quizId, learnerIds, most);
    List<Edition> editions = rows.stream().map(ItemStatisticsService::edition).toList();
    Optional<EditionRow> wanted = wanted(rows, editionId);
    if (wanted.isEmpty()) {
      return new Report(editions, null, null, List.of());
    }
    EditionRow row = wanted.get();
    if (row.getAttempts() < ItemAnalysis.FEWEST_ATTEMPTS) {
      return new Report(editions, edition(row), null, List.of());
    }
    String of = row.getEdition();
    List<ItemRow> items =
        sums.items(quizId, learnerIds, most, of, QuizTaking.LONGEST_TIME.toMillis());
    Map<String, Double> sorted =
        sums.sorted(quizId, learnerIds, most, of).stream()
            .collect(Collectors.toMap(SortedRow::getQuestionId, SortedRow::getSorted));
    Map<String, List<ChoiceRow>> choices =
        sums.choices(quizId, learnerIds, most, of).stream()
            .collect(Collectors.groupingBy(ChoiceRow::getQuestionId));
    return report(editions, edition(row), items, sorted, choices);
  }

  private static long most(AttemptSelection counted) {
    return counted == AttemptSelection.FIRST ? 1 : Integer.MAX_VALUE;
  }

  @Override
  public List<Counting> attempts(
      String quizId,
      Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId) {
    return edition(quizId, learnerIds, counted, editionId)
        .map(edition -> sums.attempts(quizId, learnerIds, most(counted), edition))
        .orElse(List.of())
        .stream()
        .map(ItemStatisticsService::counting)
        .toList();
  }

  @Override
  public List<Chose> chose(
      String quizId,
      Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId,
      String questionId,
      String optionId) {
    return edition(quizId, learnerIds, counted, editionId)
        .map(edition -> sums.picks(quizId, learnerIds, most(counted), edition, questionId))
        .orElse(List.of())
        .stream()
        .filter(row -> Choices.picked(row.getResponse()).contains(optionId))
        .map(row -> new Chose(counting(row), row.getAbove() > 0, row.getBelow() > 0))
        .toList();
  }

  @Override
  public List<Counting> firstAttempts(Collection<Long> learnerIds, String questionId) {
    return catalogue
        .question(questionId)
        .map(
            asked ->
                sums.firsts(
                    learnerIds.stream().sorted().toArray(Long[]::new), questionId, asked.series()))
        .orElse(List.of())
        .stream()
        .map(ItemStatisticsService::counting)
        .toList();
  }

  private Optional<String> edition(
      String quizId,
      Collection<Long> learnerIds,
      AttemptSelection counted,
      @Nullable Long editionId) {
    return learnerIds.isEmpty()
        ? Optional.empty()
        : wanted(sums.editions(quizId, learnerIds, most(counted)), editionId)
            .map(EditionRow::getEdition);
  }

  private static Counting counting(SumsRepository.AttemptRow row) {
    return new Counting(
        row.getAttemptId(),
        row.getLearnerId(),
        row.getMarks(),
        row.getMaxMarks(),
        Instant.ofEpochMilli(row.getMillis()));
  }

  private Report report(
      List<Edition> editions,
      Edition edition,
      List<ItemRow> rows,
      Map<String, Double> sorted,
      Map<String, List<ChoiceRow>> choices) {
    TotalSums totals = totals(rows.getFirst());
    ItemAnalysis analysis =
        ItemAnalysis.of(
                totals,
                rows.stream()
                    .map(row -> sums(row, requireNonNull(sorted.get(row.getQuestionId()))))
                    .toList())
            .orElseThrow();
    Map<Long, QuestionVersion> asked =
        catalogue.versions(rows.stream().map(ItemRow::getVersionId).toList());
    List<Item> items =
        IntStream.range(0, rows.size())
            .mapToObj(
                i -> {
                  ItemRow row = rows.get(i);
                  QuestionVersion version = requireNonNull(asked.get(row.getVersionId()));
                  return new Item(
                      version,
                      analysis.items().get(i),
                      Duration.ofMillis(Math.round(row.getMeanMillis())),
                      Choices.of(
                          version.question(),
                          totals,
                          choices.getOrDefault(row.getQuestionId(), List.of())));
                })
            .toList();
    return new Report(editions, edition, analysis.total(), items);
  }

  private static Optional<EditionRow> wanted(List<EditionRow> rows, @Nullable Long editionId) {
    if (editionId != null) {
      return rows.stream().filter(row -> row.getId() == editionId).findFirst();
    }
    return rows.stream()
        .filter(row -> row.getAttempts() >= ItemAnalysis.FEWEST_ATTEMPTS)
        .findFirst()
        .or(() -> rows.stream().findFirst());
  }

  private static Edition edition(EditionRow row) {
    return new Edition(
        row.getId(),
        row.getAttempts(),
        Instant.ofEpochMilli(row.getFirstMillis()),
        Instant.ofEpochMilli(row.getLastMillis()));
  }

  private static TotalSums totals(ItemRow row) {
    return new TotalSums(
        row.getAttempts(), row.getT(), row.getT2(), row.getT3(), row.getT4(), row.getMedian());
  }

  private static ItemSums sums(ItemRow row, double sorted) {
    return new ItemSums(MAX, row.getX(), row.getXx(), row.getXt(), sorted);
  }
}
