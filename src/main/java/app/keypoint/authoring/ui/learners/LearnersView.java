package app.keypoint.authoring.ui.learners;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.QuestionFigures;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;

/**
 * What learners say of a quiz, for those who write it, each note with what can be done about it;
 * and how its questions do.
 */
@StyleSheet("context://assets/authoring.css")
@Route("notes/:draftId([a-z0-9-]{1,100})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class LearnersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnersNotes notes;
  private final QuestionFigures figures;
  private final Account author;

  /** Goes over all answers that the quiz ever had, and so is made once a visit. */
  private Section sums = new Section();

  LearnersView(LearnersNotes notes, QuestionFigures figures, CurrentAccount current) {
    this.notes = notes;
    this.figures = figures;
    this.author = current.get();
    addClassName("heard");
  }

  @Override
  public String getPageTitle() {
    return getTranslation("authoring.heard");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("draftId").orElseThrow();
    try {
      LearnersNotes.Heard heard = notes.of(author.id(), quizId);
      sums = new FiguresCard(quizId, figures.of(author.id(), quizId));
      show(heard);
    } catch (GoneException e) {
      event.rerouteToError(NotFoundException.class);
    }
  }

  private void show(LearnersNotes.Heard heard) {
    removeAll();
    String quizId = heard.quiz().id();
    RouterLink back =
        new RouterLink(
            getTranslation("authoring.try.leave"), EditorView.class, EditorView.route(quizId));
    back.addClassName("btn");
    add(
        new PageHeader(
            getTranslation("authoring.heard.of", ItemNames.title(heard.quiz().title(), this)),
            heard.questions().isEmpty() ? "" : getTranslation("authoring.heard.text"),
            back));
    if (heard.questions().isEmpty()) {
      add(
          new EmptyState(
              getTranslation("authoring.heard.none"), getTranslation("authoring.heard.none.text")));
    }
    heard
        .questions()
        .forEach(
            question ->
                add(new FeedbackCard(quizId, question, author, does(quizId, question.itemId()))));
    add(sums);
  }

  private FeedbackCard.Actions does(String quizId, String itemId) {
    return new FeedbackCard.Actions(
        claim -> accept(quizId, itemId, claim),
        claim -> {
          notes.setAside(author.id(), quizId, itemId, claim.blank(), claim.answer());
          done(quizId, Alerts.done(getTranslation("authoring.heard.aside")));
        },
        report -> {
          notes.setReportAside(author.id(), quizId, itemId, report);
          done(quizId, Alerts.done(getTranslation("authoring.heard.aside")));
        });
  }

  private void accept(String quizId, String itemId, LearnersNotes.Claim claim) {
    String answer = claim.answer();
    try {
      var unused = notes.accept(author.id(), quizId, itemId, claim.blank(), answer);
      done(quizId, Alerts.done(getTranslation("authoring.heard.accepted", answer)));
    } catch (IllegalArgumentException e) {
      // Another author has changed the question, or it accepts as much as it can.
      done(quizId, Alerts.problem(getTranslation("authoring.heard.not-accepted", answer)));
    } catch (Drafts.TooMuch e) {
      done(quizId, Alerts.problem(getTranslation("authoring.too-much")));
    }
  }

  /** What is left, under what came of the click, which takes the focus of the button now gone. */
  private void done(String quizId, Paragraph outcome) {
    show(notes.of(author.id(), quizId));
    addComponentAtIndex(1, outcome);
    outcome.getElement().setAttribute("tabindex", "-1");
    outcome.getElement().callJsFunction("focus");
  }
}
