package app.keypoint.progress.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.review.Reviewing;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.StatementCounter;
import app.keypoint.support.Studying;
import app.keypoint.time.SimulatedTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** A new learner, signed in, on a simulated clock. */
@ServiceTest
abstract class LearnerScreens extends ScreenTest {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final Duration DAY = Duration.ofDays(1);

  @Autowired Catalogue catalogue;
  @Autowired StatementCounter counter;
  @Autowired Reviewing reviewing;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Studying practice;
  Account learner;

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    practice = new Studying(reviewing, events, transactions);
    return learner;
  }

  void open(Instant at, String route) {
    SimulatedTime.at(at, () -> UI.getCurrent().navigate(route));
  }

  void finish(Quiz quiz, Instant at, int wrong) {
    practice.finishQuiz(learner, at, quiz.questions(), wrong);
  }

  String title() {
    return findInView(H1.class).single().getText();
  }

  /** All that the view says, in one string. */
  String words() {
    return ((Component) getCurrentView()).getElement().getTextRecursively();
  }

  /** The one link that stands out. */
  Anchor primary() {
    List<Anchor> primary = findInView(Anchor.class).withClassName("primary").all();
    if (primary.size() != 1) {
      throw new AssertionError("One primary action a screen, but there are " + primary.size());
    }
    return primary.getFirst();
  }
}
