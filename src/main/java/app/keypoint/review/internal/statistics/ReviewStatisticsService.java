package app.keypoint.review.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.review.CardState;
import app.keypoint.review.Leech;
import app.keypoint.review.internal.log.CardRepository;
import app.keypoint.review.internal.log.LearnerDayEntity;
import app.keypoint.review.internal.log.LearnerDayRepository;
import app.keypoint.review.statistics.DayActivity;
import app.keypoint.review.statistics.LearnerCards;
import app.keypoint.review.statistics.LearnerFigures;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.review.statistics.Streak;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ReviewStatisticsService implements ReviewStatistics {

  private final CardRepository cards;
  private final LearnerDayRepository days;
  private final LearnerSums sums;
  private final CardStates states;

  ReviewStatisticsService(
      CardRepository cards, LearnerDayRepository days, LearnerSums sums, CardStates states) {
    this.cards = cards;
    this.days = days;
    this.sums = sums;
    this.states = states;
  }

  @Override
  public LearnerLoad load(long learnerId, LocalDate today) {
    return loads(Map.of(learnerId, today)).getOrDefault(learnerId, LearnerLoad.NONE);
  }

  @Override
  public Map<Long, LearnerLoad> loads(Map<Long, LocalDate> todayByLearner) {
    return cards.loads(todayByLearner.keySet()).stream()
        .collect(
            Collectors.toMap(
                CardRepository.Load::getLearnerId,
                group -> load(group, requireNonNull(todayByLearner.get(group.getLearnerId()))),
                LearnerLoad::plus));
  }

  @Override
  public Map<Long, LearnerFigures> figures(Map<Long, LocalDate> todayByLearner) {
    return sums.of(todayByLearner);
  }

  @Override
  public Map<String, Leeches> leeches(Collection<Long> learnerIds) {
    return sums.leeches(learnerIds);
  }

  @Override
  public Map<Long, Set<String>> quizzesReviewed(
      Collection<Long> learnerIds, Collection<String> quizIds) {
    return sums.quizzesReviewed(learnerIds, quizIds);
  }

  private static LearnerLoad load(CardRepository.Load group, LocalDate today) {
    return load(group.getDay(), group.getCards(), group.getMature(), today);
  }

  private static LearnerLoad load(@Nullable LocalDate day, int cards, int mature, LocalDate today) {
    boolean due = day != null && !day.isAfter(today);
    boolean overdue = day != null && day.isBefore(today);
    // What is neither fresh nor retired and has no place in the queue is suspended.
    return new LearnerLoad(
        due ? cards : 0, overdue ? cards : 0, cards, mature, day == null ? cards : 0);
  }

  @Override
  public List<CardState> cards(long learnerId) {
    return states.of(Set.of(learnerId)).stream().map(CardStates.CardOnDay::state).toList();
  }

  @Override
  public Map<Long, LearnerCards> cards(Map<Long, LocalDate> todayByLearner) {
    return states.of(todayByLearner.keySet()).stream()
        .collect(
            Collectors.groupingBy(
                held -> held.state().learnerId(),
                Collectors.collectingAndThen(
                    Collectors.toList(), held -> together(held, todayByLearner))));
  }

  private static LearnerCards together(
      List<CardStates.CardOnDay> held, Map<Long, LocalDate> todayByLearner) {
    LocalDate today = requireNonNull(todayByLearner.get(held.getFirst().state().learnerId()));
    return new LearnerCards(
        held.stream().map(card -> load(card, today)).reduce(LearnerLoad.NONE, LearnerLoad::plus),
        held.stream().map(CardStates.CardOnDay::state).toList());
  }

  private static LearnerLoad load(CardStates.CardOnDay card, LocalDate today) {
    int mature = card.state().intervalDays() >= CardState.MATURE_DAYS ? 1 : 0;
    return load(card.day(), 1, mature, today);
  }

  @Override
  public SortedMap<LocalDate, Integer> forecast(long learnerId, LocalDate today, int days) {
    LocalDate last = today.plusDays(days - 1L);
    SortedMap<LocalDate, Integer> forecast = new TreeMap<>();
    today.datesUntil(last.plusDays(1)).forEach(day -> forecast.put(day, 0));
    for (CardRepository.Coming coming : cards.forecast(learnerId, last)) {
      LocalDate day = coming.getDay().isBefore(today) ? today : coming.getDay();
      forecast.merge(day, coming.getCards(), Integer::sum);
    }
    return forecast;
  }

  @Override
  public Streak streak(long learnerId, LocalDate today, boolean brought) {
    LearnerDayRepository.Runs runs =
        days.runs(learnerId, brought, today.minusDays(1), today.plusDays(1));
    return new Streak(runs.getOngoing(), runs.getLongest());
  }

  @Override
  public List<DayActivity> activity(long learnerId, LocalDate from, LocalDate to) {
    return days.findByLearnerIdAndStudyDayBetweenOrderByStudyDay(learnerId, from, to).stream()
        .map(LearnerDayEntity::toActivity)
        .toList();
  }

  @Override
  public Map<String, Leeches> leeches(Collection<Long> learnerIds, Collection<String> questionIds) {
    return learnerIds.isEmpty() || questionIds.isEmpty()
        ? Map.of()
        : cards.leeches(learnerIds, questionIds, Leech.LAPSES).stream()
            .collect(
                Collectors.toMap(
                    CardRepository.Leech::getQuestionId,
                    row -> new Leeches(row.getLearners(), row.getHolders())));
  }

  @Override
  public Map<Long, Integer> lapses(Collection<Long> learnerIds, String questionId) {
    return learnerIds.isEmpty()
        ? Map.of()
        : cards
            .lapsed(learnerIds.stream().sorted().toArray(Long[]::new), questionId, Leech.LAPSES)
            .stream()
            .collect(
                Collectors.toMap(
                    CardRepository.Lapsed::getLearnerId, CardRepository.Lapsed::getLapses));
  }
}
