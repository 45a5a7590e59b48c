package app.keypoint.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.access.HeavyWork;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.scheduling.Fsrs;
import app.keypoint.scheduling.FsrsState;
import app.keypoint.ui.chart.CalibrationChart;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ComparisonViewTest extends InsightScreens {

  @Autowired CurrentAccount current;

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final String ROUTE = "settings/reviews/compare";

  @Test
  void withoutAnswersSaysHowManyAreNeeded() {
    UI.getCurrent().navigate(ROUTE);
    assertThat(page())
        .contains("Compare the schedulers")
        .contains("None of your answers counts so far; 200 are needed");
    assertThat(findInView(CalibrationChart.class).all()).isEmpty();
    assertThat(findInView(Anchor.class).withText("Review settings").single().getHref())
        .isEqualTo("settings/reviews");
  }

  @Test
  void withFewAnswersSaysHowManyThereAre() {
    history.add(learner, remembered(10, 5));
    UI.getCurrent().navigate(ROUTE);
    assertThat(page()).contains("50 of your answers count so far; 200 are needed");
  }

  @Test
  void saysWhichIsBetterAndByHowMuch() {
    history.add(learner, remembered(100, 10));
    UI.getCurrent().navigate(ROUTE);
    assertThat(findInView(H2.class).all().getFirst().getText())
        .isEqualTo("FSRS predicts your memory better");
    assertThat(page())
        .contains("This rests on 1,000 answers")
        .contains("lower. Chance alone")
        .contains("would do worse than the better of them")
        .contains("RMSE in bins")
        .contains("0.5 is guessing")
        .contains("better");
    assertThat(
            findInView(CalibrationChart.class)
                .single()
                .getElement()
                .getPropertyRaw("table")
                .toString())
        .contains("SM-2")
        .contains("FSRS")
        .contains("Remembered");
  }

  @Test
  void whenTooManyAreAtItSaysSo() {
    ComparisonView view = new ComparisonView(history, current, new HeavyWork(0, Duration.ZERO));
    UI.getCurrent().add(view);
    view.showComparison();
    assertThat(view.getElement().getTextRecursively()).contains("Try again in a minute");
  }

  /** Cards whose memory is FSRS itself, seen at times that follow no scheduler. */
  private static List<PastAnswer> remembered(int cards, int counted) {
    Fsrs fsrs = new Fsrs(Fsrs.DEFAULT_WEIGHTS, 0.9, 1);
    SplittableRandom random = new SplittableRandom(11);
    List<PastAnswer> answers = new ArrayList<>();
    for (int card = 0; card < cards; card++) {
      int day = random.nextInt(30);
      int gap = 0;
      int rating = 1 + random.nextInt(4);
      FsrsState memory = fsrs.fresh();
      for (int i = 0; i <= counted; i++) {
        memory = fsrs.after(memory, rating, gap);
        Instant at = Instant.parse("2024-01-01T10:00:00Z").plusSeconds(86_400L * day + card);
        answers.add(new PastAnswer("other" + card, at, START.plusDays(day), rating, null, null));
        gap = 1 + (int) (Math.min(30, memory.stability()) * 3 * random.nextDouble());
        day += gap;
        rating = random.nextDouble() < fsrs.recall(memory, gap) ? 2 + random.nextInt(3) : 1;
      }
    }
    answers.sort(Comparator.comparing(PastAnswer::at));
    return answers;
  }
}
