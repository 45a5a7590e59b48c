package app.keypoint.progress;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.review.CardState;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.review.Undo;
import app.keypoint.review.statistics.ReviewStatistics;
import app.keypoint.review.statistics.Streak;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** Days as learners live them: in their zone, over DST, while travelling, with a wrong clock. */
@ServiceTest
class StudyDaysTest {

  @Autowired Reviewing reviewing;
  @Autowired ReviewStatistics figures;
  @Autowired LearnerProgress progress;
  @Autowired AccountSettings settings;
  @Autowired Catalogue catalogue;
  @Autowired Fixtures fixtures;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  /**
   * Both sides of the date line, both DST jumps, a day of half an hour's DST, several rollovers.
   */
  @ParameterizedTest(name = "{0} rollover {1} from {2}")
  @CsvSource({
    "Pacific/Kiritimati, 4, 2026-03-02",
    "Pacific/Pago_Pago, 4, 2026-03-02",
    "Pacific/Pago_Pago, 23, 2026-03-02",
    "Europe/Berlin, 2, 2026-03-28",
    "Europe/Berlin, 2, 2026-10-24",
    "Europe/Berlin, 0, 2026-10-24",
    "America/New_York, 3, 2026-03-07",
    "America/New_York, 1, 2026-10-31",
    "Australia/Lord_Howe, 2, 2026-10-03",
    "America/Havana, 0, 2026-03-07",
  })
  void eachDayStartsOnce_bringsWhatIsDueOnce_andMakesTheStreakLonger(
      String zone, int rollover, LocalDate first) {
    StudyCalendar calendar = new StudyCalendar(ZoneId.of(zone), rollover);
    Account learner = fixtures.learner(calendar);
    Studying studying = studying();
    Quiz quiz = catalogue.quizzes().get(1);
    studying.finishQuiz(
        learner, calendar.startOf(first).plusSeconds(60), quiz.questions().subList(0, 1), 0);
    for (int day = 1; day <= 3; day++) {
      LocalDate date = first.plusDays(day);
      Instant start = calendar.startOf(date);
      // A minute before the day begins nothing has come yet.
      assertThat(at(start.minusSeconds(60), () -> reviewing.progress(learner)).left()).isZero();
      Optional<DueCard> card = at(start, () -> reviewing.next(learner));
      assertThat(card).as("due on day " + day).isPresent();
      studying.answer(learner, start, card.get(), Grade.FORGOT); // a lapse: due again today
      DueCard again = at(start, () -> reviewing.next(learner)).orElseThrow();
      studying.answer(learner, start.plusSeconds(30), again, Grade.GOOD); // tomorrow
      Instant end = calendar.startOf(date.plusDays(1)).minusSeconds(1);
      assertThat(at(end, () -> reviewing.next(learner))).as("twice on day " + day).isEmpty();
      assertThat(at(end, () -> progress.of(learner)).streak().current()).isEqualTo(day + 1);
    }
    assertThat(figures.activity(learner.id(), first, first.plusDays(3)))
        .extracting(activity -> activity.day())
        .containsExactly(first, first.plusDays(1), first.plusDays(2), first.plusDays(3));
  }

  @Test
  void movingEastInMidStreakLosesNoDayThatWasEarned() {
    ZoneId west = ZoneId.of("America/Los_Angeles");
    Account learner = fixtures.learner(new StudyCalendar(west, 4));
    Instant monday = LocalDateTime.parse("2026-03-02T20:00").atZone(west).toInstant();
    study(learner, monday.minus(Duration.ofDays(1)));
    study(learner, monday);
    // It is Tuesday evening already where they land.
    Account moved = move(learner, "Asia/Shanghai", monday.plus(Duration.ofHours(8)));
    Instant wednesday =
        LocalDateTime.parse("2026-03-04T10:00").atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    assertThat(at(wednesday, () -> progress.of(moved)).streak().current()).isEqualTo(2);
    study(moved, wednesday);
    assertThat(at(wednesday, () -> progress.of(moved)).streak()).isEqualTo(new Streak(3, 3));
  }

  @Test
  void movingWestInMidStreakCountsTheRepeatedDayOnce() {
    ZoneId east = ZoneId.of("Asia/Shanghai");
    Account learner = fixtures.learner(new StudyCalendar(east, 4));
    Instant tuesday = LocalDateTime.parse("2026-03-03T08:00").atZone(east).toInstant();
    study(learner, tuesday.minus(Duration.ofDays(1)));
    study(learner, tuesday);
    Account moved = move(learner, "America/Los_Angeles", tuesday.plusSeconds(3600));
    Instant stillMonday = tuesday.plusSeconds(7200);
    assertThat(moved.calendar().dayOf(stillMonday)).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(at(stillMonday, () -> progress.of(moved)).streak().longest()).isEqualTo(2);
    study(moved, stillMonday);
    study(moved, stillMonday.plus(Duration.ofDays(1)));
    Instant later = stillMonday.plus(Duration.ofDays(2));
    study(moved, later);
    assertThat(at(later, () -> progress.of(moved)).streak()).isEqualTo(new Streak(3, 3));
  }

  @Test
  void aClockSetBackByADayMakesNoIntervalNegativeAndNothingDueTwice() {
    Account learner = fixtures.learner();
    Studying studying = studying();
    Instant now = Instant.parse("2026-03-05T09:00:00Z");
    studying.finishQuiz(
        learner, now.minus(Duration.ofDays(1)), catalogue.quizzes().get(1).questions(), 0);
    studying.review(learner, now, 1);
    Instant yesterday = now.minus(Duration.ofDays(1));
    assertThat(at(yesterday, () -> reviewing.next(learner))).isEmpty();
    assertThat(at(yesterday, () -> reviewing.undo(learner))).isInstanceOf(Undo.Done.class);
    assertThat(at(yesterday, () -> reviewing.next(learner))).as("due tomorrow").isEmpty();
    assertThat(at(now, () -> reviewing.progress(learner)).left()).isEqualTo(1);
    studying.review(learner, now, 0);
    assertThat(at(now, () -> reviewing.next(learner))).isEmpty();
    List<CardState> cards = figures.cards(learner.id());
    assertThat(cards).allSatisfy(card -> assertThat(card.intervalDays()).isNotNegative());
    assertThat(cards)
        .allSatisfy(card -> assertThat(card.due()).isAfterOrEqualTo(LocalDate.of(2026, 3, 5)));
  }

  /** One answer, of whatever kind, makes a day. */
  private void study(Account learner, Instant at) {
    List<Quiz> quizzes = catalogue.quizzes();
    studying().finishQuiz(learner, at, quizzes.getFirst().questions().subList(0, 1), 0);
  }

  private Account move(Account learner, String zone, Instant at) {
    fixtures.signIn(learner);
    return at(
        at,
        () ->
            settings.change(
                learner.id(), learner.displayName(), new StudyCalendar(ZoneId.of(zone), 4), null));
  }

  private Studying studying() {
    return new Studying(reviewing, events, transactions);
  }
}
