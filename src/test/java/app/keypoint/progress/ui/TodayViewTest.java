package app.keypoint.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Quiz;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TodayViewTest extends LearnerScreens {

  @Test
  void firstUse_welcomesAndOffersTheFirstQuiz() {
    open(MONDAY, "");
    assertThat(title()).isEqualTo("Welcome, " + learner.displayName());
    assertThat(primary().attr("href"))
        .isEqualTo("quiz/" + catalogue.quizzes().getFirst().id() + "/start");
    assertThat(page()).contains("No streak yet").doesNotContain("Next 7 days");
  }

  @Test
  void due_offersTheReviewOnEnter() {
    finish(quiz(), MONDAY, 3);
    open(MONDAY, "");
    assertThat(title()).isEqualTo("3 cards are due");
    assertThat(primary().attr("href")).isEqualTo("review");
    assertThat(primary().attr("data-key")).isEqualTo("Enter");
    assertThat(page())
        .contains("Monday 2 March")
        .contains("About 1 minute.")
        .contains("1-day streak")
        .doesNotContain("earlier day");
  }

  @Test
  void overdue_saysSo() {
    finish(quiz(), MONDAY, 1);
    open(MONDAY.plus(DAY), "");
    assertThat(page())
        .contains("1 card has waited since an earlier day. Catch up")
        .contains("Answer one card today to keep it.");
  }

  @Test
  void done_saysWhenItGoesOnAndSuggestsAQuiz() {
    finish(quiz(), MONDAY, 2);
    practice.review(learner, MONDAY, 0);
    open(MONDAY, "");
    assertThat(title()).isEqualTo("Done for today");
    assertThat(page()).contains("Next: tomorrow, " + quiz().questions().size() + " cards.");
    assertThat(primary().wholeText()).startsWith("Start “");
  }

  @Test
  void free_namesTheDayOnWhichItGoesOn() {
    finish(quiz(), MONDAY, 0);
    practice.review(learner, MONDAY.plus(DAY), 0);
    open(MONDAY.plus(DAY.multipliedBy(3)), "");
    assertThat(title()).isEqualTo("Nothing is due today");
    assertThat(page()).contains("Next: Monday 9 March, " + quiz().questions().size());
  }

  @Test
  void speaksChinese() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    finish(quiz(), MONDAY, 1);
    open(MONDAY, "");
    assertThat(title()).isEqualTo("有 1 张卡片到期");
    assertThat(page()).contains("3月2日 星期一").doesNotContain("progress.");
  }

  @Test
  void costsTheSameWithOneCardAndWithAll() {
    practice.finishQuiz(learner, MONDAY, quiz().questions().subList(0, 1), 0);
    long withOne = counter.statementsOf(this::openToday);
    catalogue.quizzes().forEach(each -> finish(each, MONDAY, 2));
    assertThat(counter.statementsOf(this::openToday)).isEqualTo(withOne).isLessThan(20);
  }

  private String openToday() {
    open(MONDAY.plus(DAY), "");
    return title();
  }

  private Quiz quiz() {
    return catalogue.quizzes().get(1);
  }
}
