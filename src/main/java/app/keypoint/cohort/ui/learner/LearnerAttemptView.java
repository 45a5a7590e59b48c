package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.LearnerHistories.Attempted;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.ui.AttemptAnswers;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** An attempt of a member with every answer. */
@Route(
    "cohorts/:cohortId([0-9]{1,18})/learners/:learnerId([0-9]{1,18})/attempts/:attemptId([0-9]{1,18})")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class LearnerAttemptView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnerHistories histories;
  private final Account instructor;
  private String title = "";

  LearnerAttemptView(LearnerHistories histories, CurrentAccount current) {
    this.histories = histories;
    this.instructor = current.get();
    addClassName("learner-attempt");
  }

  /** The parameters that lead to an attempt. */
  public static RouteParameters route(long cohortId, long learnerId, long attemptId) {
    return new RouteParameters(
        new RouteParam("cohortId", cohortId),
        new RouteParam("learnerId", learnerId),
        new RouteParam("attemptId", attemptId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RouteParameters parameters = event.getRouteParameters();
    show(
        histories.attempt(
            instructor.id(),
            parameters.getLong("cohortId").orElseThrow(),
            parameters.getLong("learnerId").orElseThrow(),
            parameters.getLong("attemptId").orElseThrow()));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(Attempted attempted) {
    Attempt attempt = attempted.attempt();
    title =
        getTranslation("cohort.attempt.page", attempted.name(), QuizTexts.title(attempted.quiz()));
    removeAll();
    BackLink back =
        new BackLink(
            attempted.name(),
            LearnerHistoryView.class,
            CohortLearnerView.route(attempted.cohort().id(), attempted.learnerId()));
    Section answers =
        new Section(
            new H2(
                getTranslation(
                    "cohort.attempt.answers", attempt.answered(), attempt.items().size())),
            new AttemptAnswers(attempt));
    answers.addClassName("card");
    add(
        back,
        new PageHeader(
            new H1(QuizTexts.titleOf(attempted.quiz())),
            attempt.finishedAt() == null
                ? getTranslation(
                    "cohort.attempt.began", attempted.name(), moment(attempt.startedAt()))
                : getTranslation(
                    "cohort.attempt.finished",
                    attempted.name(),
                    moment(attempt.finishedAt()),
                    attempt.score(),
                    attempt.items().size())),
        answers);
  }

  private String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(getLocale())
        .format(at.atZone(instructor.calendar().zone()));
  }
}
