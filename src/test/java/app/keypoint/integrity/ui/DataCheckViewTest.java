package app.keypoint.integrity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.integrity.CheckedDataTest;
import app.keypoint.integrity.DataCheck;
import app.keypoint.integrity.DataCheck.State;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator lets the data be checked and sees what differs. */
@CheckedDataTest
class DataCheckViewTest extends ScreenTest {

  @Autowired DataCheck check;
  @Autowired JdbcTemplate sql;

  @Override
  protected Account visitor() {
    return fixtures.administrator();
  }

  @Test
  void saysWhatDiffersAndOffersToRebuildIt() throws InterruptedException {
    long learner = fixtures.learner().id();
    sql.update(
        """
        insert into learner_day (learner_id, study_day, answers, cleared, due_done, introduced,
          reviews, remembered, millis, queue_millis, bridged)
        values (?, date '2026-03-02', 7, 0, 0, 0, 0, 0, 0, 0, false)
        """,
        learner);
    UI.getCurrent().navigate("admin/data");
    click("Check now");
    while (check.report().state() == State.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    UI.getCurrent().navigate("admin");
    UI.getCurrent().navigate("admin/data");

    assertThat(find(DataCheckView.class).single().getElement().getTextRecursively())
        .contains("follow from the log")
        .contains("day 2026-03-02 · learner " + learner)
        .contains("answers=7")
        .contains("answers=0");
    sql.update("delete from learner_day where learner_id = ?", learner);
  }

  private void click(String words) {
    find(NativeButton.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .ifPresent(button -> test(button).click());
  }
}
