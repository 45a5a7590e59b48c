package app.keypoint.review.ui;

import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.ReviewProgress;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Queue;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.scheduling.Grade;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;

/** The day's due cards, one after the other, to a clear end. */
@Route(value = "review", autoLayout = false)
@PermitAll
class ReviewView extends CardScreen implements BeforeEnterObserver {

  private final List<Grade> scale;

  ReviewView(Tools tools, ReviewSettings settings) {
    super(tools, "review.leave");
    scale = settings.of(account().id()).fullScale() ? Arrays.asList(Grade.values()) : Grade.FOUR;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("review.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    showNext();
  }

  @Override
  protected NextCard nextCard() {
    Account learner = account();
    Queue queue = reviewing().queue(learner);
    return new NextCard(
        queue.progress().cleared(),
        queue.progress().left(),
        queue.head(),
        learner.confidenceAsked(),
        false);
  }

  @Override
  protected Recorded record(Account learner, CardAnswer answer) {
    return reviewing().answer(learner, answer);
  }

  @Override
  protected Acted act(Account learner, long cardId, int version, StepKind action) {
    return reviewing().act(learner, cardId, version, action);
  }

  @Override
  protected Undo undo(Account learner) {
    return reviewing().undo(learner);
  }

  @Override
  protected List<Grade> scale() {
    return scale;
  }

  @Override
  protected Component done() {
    ReviewProgress progress = reviewing().progress(account());
    ReviewDone done =
        new ReviewDone(
            progress, account().calendar().dayOf(now()), () -> go("quizzes"), this::leave);
    int suspended = reviewing().suspended(account());
    if (suspended > 0) {
      done.offerResume(suspended, this::resume);
    }
    return done;
  }

  private void resume() {
    Notification.show(getTranslation("review.resumed", reviewing().resume(account())));
    showNext();
  }
}
