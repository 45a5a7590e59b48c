package app.keypoint.practice.ui;

import app.keypoint.content.ui.Keys;
import app.keypoint.identity.Account;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.practice.PracticeSessions.PracticeSession;
import app.keypoint.review.Acted;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.ui.CardScreen;
import app.keypoint.scheduling.Grade;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Extra practice. Its scope and its beginning are in the address, so that a reload or another
 * device goes on with it.
 */
@Route(value = "practice", autoLayout = false)
@PermitAll
class PracticeView extends CardScreen implements BeforeEnterObserver {

  private static final String SINCE = "since";

  private final PracticeSessions sessions;
  private final PracticeAnswers answers;

  private PracticeScope scope = new PracticeScope.Hardest();
  private Instant since = Instant.EPOCH;

  PracticeView(Tools tools, PracticeSessions sessions, PracticeAnswers answers) {
    super(tools, "review.leave");
    this.sessions = sessions;
    this.answers = answers;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("practice.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters address = event.getLocation().getQueryParameters();
    Optional<Instant> began = address.getSingleParameter(SINCE).flatMap(PracticeView::instant);
    if (began.isEmpty()) {
      event.forwardTo("practice", address.merging(SINCE, String.valueOf(now().toEpochMilli())));
      return;
    }
    scope = scope(address);
    since = began.get();
    showNext();
  }

  private static Optional<Instant> instant(String millis) {
    try {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static PracticeScope scope(QueryParameters address) {
    Map<String, List<String>> parameters = address.getParameters();
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String value = parameter.getValue().getFirst();
      switch (parameter.getKey()) {
        case "quiz" -> {
          return new PracticeScope.OfQuiz(value);
        }
        case "keypoint" -> {
          return new PracticeScope.OfKeyPoint(value);
        }
        case "exam" -> {
          return new PracticeScope.BeforeExam(value);
        }
        case "hardest" -> {
          return new PracticeScope.Hardest();
        }
        case "sure" -> {
          return new PracticeScope.SureWrong();
        }
        case "wrong" -> {
          return new PracticeScope.WrongThisWeek();
        }
        default -> {
          // when it began, or something that this version does not know
        }
      }
    }
    throw new NotFoundException("No such practice");
  }

  @Override
  protected NextCard nextCard() {
    Account learner = account();
    PracticeSession session = sessions.at(learner, scope, since);
    return new NextCard(
        session.done(),
        session.left(),
        session.next(),
        learner.confidenceAsked(),
        session.sureWrong());
  }

  @Override
  protected Recorded record(Account learner, CardAnswer answer) {
    return answers.answer(learner, answer);
  }

  @Override
  protected Acted act(Account learner, long cardId, int version, StepKind action) {
    return answers.act(learner, cardId, version, action);
  }

  @Override
  protected Undo undo(Account learner) {
    return answers.undo(learner, since);
  }

  /** Practice counts only right or wrong. */
  @Override
  protected List<Grade> scale() {
    return List.of();
  }

  @Override
  protected Component done() {
    int cards = nextCard().done();
    H1 title = new H1(getTranslation(cards == 0 ? "practice.none" : "practice.done"));
    title.addClassName("prompt");
    NativeButton leave = Keys.primary(getTranslation("review.leave"), this::leave);
    Div done =
        new Div(
            title,
            new Paragraph(
                cards == 0
                    ? getTranslation(
                        scope instanceof PracticeScope.SureWrong
                            ? "practice.none-sure"
                            : "practice.none-text")
                    : getTranslation("practice.cards", cards)),
            leave);
    done.addClassName("done");
    done.addAttachListener(attach -> leave.focus());
    return done;
  }
}
