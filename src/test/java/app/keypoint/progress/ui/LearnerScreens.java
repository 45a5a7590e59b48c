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
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
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
    return one("h1").wholeText();
  }

  /** The one link that stands out. */
  Element primary() {
    return one("a.primary");
  }

  private Element one(String selector) {
    Elements found = view().select(selector);
    if (found.size() != 1) {
      throw new AssertionError("One %s a screen, but there are %s".formatted(selector, found));
    }
    return found.getFirst();
  }
}
