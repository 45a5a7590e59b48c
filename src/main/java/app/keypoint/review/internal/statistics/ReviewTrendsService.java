package app.keypoint.review.internal.statistics;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.review.internal.statistics.WeekSums.OfAll;
import app.keypoint.review.internal.statistics.WeekSums.OfOne;
import app.keypoint.review.statistics.Retention;
import app.keypoint.review.statistics.ReviewTrends;
import app.keypoint.scheduling.FsrsScheduler;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ReviewTrendsService implements ReviewTrends {

  private static final int DAYS = 7;

  private final TrendRepository trends;
  private final WeekSums sums;

  ReviewTrendsService(TrendRepository trends, WeekSums sums) {
    this.trends = trends;
    this.sums = sums;
  }

  @Override
  public List<Week> weeks(Collection<Long> learnerIds, LocalDate today, int weeks) {
    if (learnerIds.isEmpty()) {
      return weeks(Map.of(), today, weeks);
    }
    return weeks(
        sums.ofAll(learnerIds, today, weeks).stream()
            .collect(Collectors.toMap(OfAll::back, Function.identity())),
        today,
        weeks);
  }

  private static List<Week> weeks(Map<Integer, OfAll> rows, LocalDate today, int weeks) {
    return IntStream.range(0, weeks)
        .map(i -> weeks - 1 - i)
        .mapToObj(back -> week(today.minusDays((long) DAYS * back), rows.get(back)))
        .toList();
  }

  @Override
  public Map<Long, List<Integer>> answersByWeek(
      Collection<Long> learnerIds, LocalDate today, int weeks) {
    if (learnerIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<Integer>> answers = new HashMap<>();
    for (OfOne week : sums.ofEach(learnerIds, today, weeks)) {
      answers
          .computeIfAbsent(week.learnerId(), _ -> new ArrayList<>(Collections.nCopies(weeks, 0)))
          .set(weeks - 1 - week.back(), week.answers());
    }
    return answers;
  }

  private static Week week(LocalDate to, @Nullable OfAll row) {
    LocalDate from = to.minusDays(DAYS - 1);
    return row == null
        ? new Week(from, to, 0, 0, Retention.NONE)
        : new Week(
            from,
            to,
            row.learners(),
            row.answers(),
            new Retention(row.remembered(), row.reviews()));
  }

  @Override
  public List<Elapsed> forgetting(Collection<Long> learnerIds, LocalDate from) {
    return trends
        .forgetting(array(learnerIds), from, FsrsScheduler.curve(), FsrsScheduler.decay())
        .stream()
        .map(
            row ->
                new Elapsed(
                    row.getElapsed(), row.getReviews(), row.getRemembered(), row.getExpected()))
        .toList();
  }

  @Override
  public SortedMap<LocalDate, Integer> forecast(
      Collection<Long> learnerIds, LocalDate today, int days) {
    LocalDate last = today.plusDays(days - 1L);
    SortedMap<LocalDate, Integer> forecast = new TreeMap<>();
    today.datesUntil(last.plusDays(1)).forEach(day -> forecast.put(day, 0));
    for (TrendRepository.ComingRow coming : trends.forecast(array(learnerIds), last)) {
      LocalDate day = coming.getQueueDay().isBefore(today) ? today : coming.getQueueDay();
      forecast.merge(day, coming.getCards(), Integer::sum);
    }
    return forecast;
  }

  @Override
  public Map<Long, Did> did(Collection<Long> learnerIds, LocalDate from, LocalDate to) {
    return trends.did(array(learnerIds), from, to).stream()
        .collect(
            Collectors.toMap(
                row -> row.getLearnerId(), row -> new Did(row.getAnswers(), retention(row))));
  }

  @Override
  public Map<Long, Retention> forgettingOfEach(
      Collection<Long> learnerIds, LocalDate from, int first, @Nullable Integer last) {
    return trends
        .forgettingOfEach(
            array(learnerIds), from, first, Objects.requireNonNullElse(last, Integer.MAX_VALUE))
        .stream()
        .collect(
            Collectors.toMap(row -> row.getLearnerId(), ReviewTrendsService::retention));
  }

  private static Retention retention(TrendRepository.ReviewedRow row) {
    return new Retention(row.getRemembered(), row.getReviews());
  }

  @Override
  public Map<Long, Integer> comingUp(
      Collection<Long> learnerIds, @Nullable LocalDate from, LocalDate to) {
    return trends
        .comingUp(array(learnerIds), Objects.requireNonNullElse(from, LocalDate.EPOCH), to)
        .stream()
        .collect(
            Collectors.toMap(
                TrendRepository.WaitingRow::getLearnerId, TrendRepository.WaitingRow::getCards));
  }

  private static Long[] array(Collection<Long> learnerIds) {
    return learnerIds.stream().sorted().toArray(Long[]::new);
  }
}
