package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.LearnerHistories.ReviewedDay;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;

/** A member's reviews of a study day, one by one. */
@Route("cohorts/:cohortId([0-9]{1,18})/learners/:learnerId([0-9]{1,18})/days/:day([0-9-]{1,10})")
@RolesAllowed(Role.Names.INSTRUCTOR)
class LearnerDayView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnerHistories histories;
  private final Account instructor;
  private String title = "";
  private int pages;

  LearnerDayView(LearnerHistories histories, CurrentAccount current) {
    this.histories = histories;
    this.instructor = current.get();
    addClassNames("learner-history", "learner-day");
  }

  /** The parameters that lead to a day. */
  static RouteParameters route(long cohortId, long learnerId, LocalDate day) {
    return new RouteParameters(
        new RouteParam("cohortId", cohortId),
        new RouteParam("learnerId", learnerId),
        new RouteParam("day", day.toString()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RouteParameters parameters = event.getRouteParameters();
    LocalDate day;
    try {
      day = LocalDate.parse(parameters.get("day").orElseThrow());
    } catch (DateTimeParseException e) {
      throw new NotFoundException("No such day");
    }
    pages = 0;
    show(
        next(
            parameters.getLong("cohortId").orElseThrow(),
            parameters.getLong("learnerId").orElseThrow(),
            day));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private ReviewedDay next(long cohortId, long learnerId, LocalDate day) {
    ReviewedDay next = histories.reviews(instructor.id(), cohortId, learnerId, day, pages);
    // Only once it is there: after a refusal it is asked for again.
    pages++;
    return next;
  }

  private void show(ReviewedDay first) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(getLocale())
            .format(first.day());
    title = getTranslation("cohort.day.page", first.name(), day);
    removeAll();
    BackLink back =
        new BackLink(
            first.name(),
            LearnerHistoryView.class,
            CohortLearnerView.route(first.cohort().id(), first.learnerId()));
    H2 heading = new H2(getTranslation("cohort.day.reviews"));
    heading.setId("day-reviews");
    Section card = new Section(heading);
    card.addClassName("card");
    if (first.reviews().isEmpty()) {
      card.add(new Paragraph(getTranslation("cohort.day.none")));
    } else {
      ReviewTable table = new ReviewTable(instructor.calendar().zone(), "day-reviews");
      table.add(first.reviews());
      card.add(table, more(first, table));
    }
    add(back, new PageHeader(title, getTranslation("cohort.day.about")), card);
  }

  private NativeButton more(ReviewedDay first, ReviewTable table) {
    NativeButton more = new NativeButton(getTranslation("cohort.day.more"));
    more.addClassName("btn");
    more.setVisible(first.more());
    more.addClickListener(
        click -> {
          ReviewedDay next = next(first.cohort().id(), first.learnerId(), first.day());
          table.addAndFocus(next.reviews());
          more.setVisible(next.more());
        });
    return more;
  }
}
