package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountSettings;
import app.keypoint.identity.GoneException;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** What a click that fails says on the screen and in the log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class EventErrorsTest extends ScreenTest {

  @Autowired AccountSettings settings;

  private Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    return learner;
  }

  @Test
  void aFaultOfOursIsLoggedWithTheIdThatTheScreenShows(CapturedOutput output) {
    fail(new IllegalStateException("In a list", new NoSuchElementException("No value present")));
    fail(new NoSuchElementException("No value present"));
    List<ConfirmDialog> dialogs = find(ConfirmDialog.class).all();
    assertThat(dialogs)
        .hasSize(2)
        .allSatisfy(
            dialog -> {
              String text = dialog.getElement().getProperty("message");
              Matcher id = Pattern.compile("\\b[0-9a-f]{8}\\b").matcher(text);
              assertThat(id.find()).as(text).isTrue();
              assertThat(output).contains("Error " + id.group());
            });
  }

  @Test
  void whatIsNotThereOrForSomebodyElseIsGone(CapturedOutput output) {
    fail(new AccessDeniedException("Not yours"));
    fail(new IllegalStateException("Wrapped", new GoneException("card 7")));
    assertThat(find(ConfirmDialog.class).all())
        .hasSize(2)
        .allSatisfy(
            dialog ->
                assertThat(dialog.getElement().getProperty("header"))
                    .isEqualTo(UI.getCurrent().getTranslation("shell.gone.title")));
    assertThat(output).contains("Refused to " + learner.username() + " at").contains("Not yours");
    assertThat(output).doesNotContain("card 7");
  }

  @Test
  void whatGoesBeyondTheScreensOwnLimitsIsOnRecordWithoutWhatItWas(CapturedOutput output) {
    String sent = "sent by hand ".repeat(1_000);
    assertThatThrownBy(() -> settings.changePassword(learner.id(), sent, "x"))
        .satisfies(EventErrorsTest::fail);
    assertThat(find(ConfirmDialog.class).single().getElement().getProperty("header"))
        .isEqualTo(UI.getCurrent().getTranslation("shell.refused.title"));
    assertThat(output)
        .contains("Refused to " + learner.username())
        .contains("beyond the limit of")
        .doesNotContain("sent by hand");
  }

  @Test
  void whoHasLookedTooOftenIsToldWhenToGoOn(CapturedOutput output) {
    fail(new IllegalStateException("Wrapped", new TooMuchToRecord(Duration.ofSeconds(2_941))));
    ConfirmDialog dialog = find(ConfirmDialog.class).single();
    assertThat(dialog.getElement().getProperty("header"))
        .isEqualTo(UI.getCurrent().getTranslation("shell.too-much.title"));
    assertThat(dialog.getElement().getProperty("message")).contains("Try again in 50 minutes");
    assertThat(output)
        .contains("Refused to " + learner.username())
        .doesNotContainPattern("Error [0-9a-f]{8}\\b");
  }

  @Test
  void whoeverComesSecondIsToldAndKeepsWhatWasTyped() {
    fail(new OptimisticLockingFailureException("Row was changed"));
    assertThat(find(ConfirmDialog.class).single().getElement().getProperty("message"))
        .contains("what you typed is still here");
  }

  private static void fail(Throwable error) {
    VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(error));
  }
}
