package app.keypoint.review.internal;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.review.CardState;
import app.keypoint.review.DayActivity;
import app.keypoint.review.LearnerLoad;
import app.keypoint.review.ReviewFigures;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ReviewFiguresService implements ReviewFigures {

  private final CardRepository cards;
  private final LearnerDayRepository days;

  ReviewFiguresService(CardRepository cards, LearnerDayRepository days) {
    this.cards = cards;
    this.days = days;
  }

  @Override
  public LearnerLoad load(long learnerId, LocalDate today) {
    return loads(Map.of(learnerId, today)).getOrDefault(learnerId, new LearnerLoad(0, 0, 0, 0));
  }

  @Override
  public Map<Long, LearnerLoad> loads(Map<Long, LocalDate> todayByLearner) {
    return cards.loads(todayByLearner.keySet()).stream()
        .collect(
            Collectors.toMap(
                CardRepository.Load::getLearnerId,
                group -> load(group, requireNonNull(todayByLearner.get(group.getLearnerId()))),
                ReviewFiguresService::sum));
  }

  private static LearnerLoad load(CardRepository.Load group, LocalDate today) {
    LocalDate day = group.getDay();
    boolean due = day != null && !day.isAfter(today);
    boolean overdue = day != null && day.isBefore(today);
    return new LearnerLoad(
        due ? group.getCards() : 0,
        overdue ? group.getCards() : 0,
        group.getCards(),
        group.getMature());
  }

  private static LearnerLoad sum(LearnerLoad a, LearnerLoad b) {
    return new LearnerLoad(
        a.due() + b.due(),
        a.overdue() + b.overdue(),
        a.cards() + b.cards(),
        a.mature() + b.mature());
  }

  @Override
  public List<CardState> cards(long learnerId) {
    return cards(Set.of(learnerId)).getOrDefault(learnerId, List.of());
  }

  @Override
  public Map<Long, List<CardState>> cards(Collection<Long> learnerIds) {
    return cards.states(learnerIds).stream().collect(Collectors.groupingBy(CardState::learnerId));
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
  public List<DayActivity> activity(long learnerId, LocalDate from, LocalDate to) {
    return activity(Set.of(learnerId), from, to).getOrDefault(learnerId, List.of());
  }

  @Override
  public Map<Long, List<DayActivity>> activity(
      Collection<Long> learnerIds, LocalDate from, LocalDate to) {
    return days.findByLearnerIdInAndStudyDayBetweenOrderByStudyDay(learnerIds, from, to).stream()
        .collect(
            Collectors.groupingBy(
                day -> day.learnerId,
                Collectors.mapping(LearnerDayEntity::toActivity, Collectors.toList())));
  }
}
