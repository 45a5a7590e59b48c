package app.keypoint.cohort.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.ui.export.AnswersTable;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.ui.LearnerDetail;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.table.Column;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A learner is told of everything that instructors see of them: a column or a figure that is new
 * has to be named here with the words that tell of it.
 */
@ServiceTest
class PrivacyWordsTest extends ScreenTest {

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("Name", "your name"),
          Map.entry("Sign-in name", "sign-in name"),
          Map.entry("Answered (UTC)", "every answer"),
          Map.entry("Occasion", "every answer"),
          Map.entry("Quiz", "quizzes for the cohort"),
          Map.entry("Attempt", "attempts"),
          Map.entry("State of the attempt", "attempts"),
          Map.entry("Question id", "every answer"),
          Map.entry("Question", "every answer"),
          Map.entry("Answer", "every answer"),
          Map.entry("Marks, 0 to 1", "results"),
          Map.entry("Grade, 0 to 5", "results"),
          Map.entry("Seconds", "the time it took"));

  private static final Map<String, String> LEARNERS =
      Map.ofEntries(
          Map.entry("username", "sign-in name"),
          Map.entry("joined", "when you joined"),
          Map.entry("due", "how many are due"),
          Map.entry("overdue", "how many are due"),
          Map.entry("suspended", "how many you have suspended"),
          Map.entry("cards", "how many are due"),
          Map.entry("mature", "how much you remember"),
          Map.entry("retained", "how much you remember"),
          Map.entry("trend", "on which days"),
          Map.entry("finished", "results"),
          Map.entry("last-seen", "when you were last here"));

  private static final Map<String, String> DETAIL =
      Map.ofEntries(
          Map.entry("Activity", "on which days of the last forty weeks"),
          Map.entry("Remembered by week", "how much you remember"),
          Map.entry("Coming up, 30 days", "how many are due"),
          Map.entry("Key points", "which key points you remember"),
          Map.entry("Hardest cards", "which key points you remember"));

  @Autowired Translations translations;
  @Autowired LearnerProgress progress;

  private String told = "";

  @Override
  protected Account visitor() {
    return fixtures.learner();
  }

  @Override
  protected void begin() {
    told = UI.getCurrent().getTranslation("privacy.instructors.see");
  }

  @Test
  void ofEveryAnswer() {
    Div page = new Div();
    UI.getCurrent().add(page);
    List<String> columns =
        new AnswersTable(ExportWords.of(page, Locale.ENGLISH, translations), List.of())
            .of(ZoneOffset.UTC, _ -> {}).columns().stream().map(Column::heading).toList();
    assertThat(columns).containsExactlyInAnyOrderElementsOf(ANSWERS.keySet());
    assertThat(ANSWERS.values()).allMatch(told::contains);
    assertThat(told).contains("download");
  }

  @Test
  void ofTheLearnersTable() {
    assertThat(CohortTables.FIGURES).containsExactlyInAnyOrderElementsOf(LEARNERS.keySet());
    assertThat(LEARNERS.values()).allMatch(told::contains);
    assertThat(told).contains("notes about you").contains("dismiss");
  }

  @Test
  void ofALearnersPage() {
    Account learner = fixtures.learner();
    LearnerDetail detail = fixtures.as(learner, () -> new LearnerDetail(progress.of(learner)));
    List<String> headings = document(detail).select("h2").eachText();
    assertThat(headings).isNotEmpty().allMatch(DETAIL::containsKey, "told of: " + DETAIL.keySet());
    assertThat(DETAIL.values()).allMatch(told::contains);
    assertThat(document(detail).select(".stat"))
        .as("retained, streak, cards, time a day")
        .hasSize(4);
    assertThat(told).contains("your streak", "how much time you spend", "before you joined");
  }
}
