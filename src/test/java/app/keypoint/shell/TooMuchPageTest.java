package app.keypoint.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.keypoint.audit.TooMuchToRecord;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever has looked at more learners than can be recorded is told when they can go on. */
@ServiceTest
class TooMuchPageTest extends ScreenTest {

  @Override
  protected Account visitor() {
    return fixtures.instructor();
  }

  @Test
  void saysWhyAndWhenToTryAgain() {
    TooMuchPage page = new TooMuchPage();
    UI.getCurrent().add(page);
    BeforeEnterEvent event = mock();
    when(event.getLocation()).thenReturn(new Location("cohorts/1/learners/2"));
    int status =
        page.setErrorParameter(
            event,
            new ErrorParameter<>(
                TooMuchToRecord.class, new TooMuchToRecord(Duration.ofSeconds(2_941))));
    assertThat(status).isEqualTo(429);
    assertThat(page.getElement().getTextRecursively())
        .contains("Too many looks at once", "audit log", "Try again in 50 minutes");
  }
}
