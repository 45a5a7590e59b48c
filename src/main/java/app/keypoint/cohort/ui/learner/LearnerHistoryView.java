package app.keypoint.cohort.ui.learner;

import app.keypoint.cohort.LearnerHistories;
import app.keypoint.cohort.LearnerHistories.AssignedQuiz;
import app.keypoint.cohort.LearnerHistories.Day;
import app.keypoint.cohort.LearnerHistories.History;
import app.keypoint.cohort.LearnerHistories.Past;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.cohort.ui.statistics.TrendTables;
import app.keypoint.content.Translations;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.Deadline;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a member did, day by day: joined, attempts, reviews, assignments in time or late. */
@Route("cohorts/:cohortId([0-9]{1,18})/learners/:learnerId([0-9]{1,18})/history")
@RolesAllowed(Role.Names.INSTRUCTOR)
class LearnerHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final LearnerHistories histories;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final Clock clock;
  private String title = "";

  LearnerHistoryView(
      LearnerHistories histories,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      Clock clock) {
    this.histories = histories;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassName("learner-history");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RouteParameters parameters = event.getRouteParameters();
    show(
        histories.of(
            instructor.id(),
            parameters.getLong("cohortId").orElseThrow(),
            parameters.getLong("learnerId").orElseThrow()));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(History history) {
    title = getTranslation("cohort.history.page", history.name());
    removeAll();
    add(
        back(history.cohort().id(), history.learnerId(), history.name()),
        new PageHeader(title, getTranslation("cohort.history.about", LearnerHistories.WEEKS)));
    if (!history.assignments().isEmpty()) {
      OrderedList rows = new OrderedList();
      rows.addClassName("rows");
      history.assignments().forEach(asked -> rows.add(assignment(asked)));
      add(section("cohort.history.assignments", rows));
    }
    Section days = section("cohort.history.days", timeline(history));
    if (history.all() > history.attempts().size()) {
      Paragraph cut =
          new Paragraph(
              getTranslation("cohort.history.latest", history.attempts().size(), history.all()));
      cut.addClassNames("muted", "small");
      days.add(cut);
    }
    add(days, downloads(history));
  }

  private Component downloads(History shown) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    Div links = new Div(new Span(getTranslation("cohort.export.download")));
    links.add(
        downloads.links(
            new Sent(words, shown.cohort(), words.of("cohort.history.file"), title),
            named -> {
              // Also when nothing was done so far.
              named.add(shown.learnerId());
              long id = shown.cohort().id();
              return List.of(
                  new TrendTables(words)
                      .timeline(
                          histories.daysToTakeAlong(instructor.id(), id, shown.learnerId()),
                          attempt ->
                              histories.attemptsToTakeAlong(
                                  instructor.id(), id, shown.learnerId(), attempt),
                          this::day));
            }));
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  /** The way back to the learner. */
  private BackLink back(long cohortId, long learnerId, String name) {
    return new BackLink(
        name, CohortLearnerView.class, CohortLearnerView.route(cohortId, learnerId));
  }

  private ListItem assignment(AssignedQuiz asked) {
    Deadline deadline = asked.deadline();
    Deadline.State state = deadline.state(clock.instant());
    Span tag = new Span(getTranslation("cohort.history.state." + state));
    tag.addClassNames(
        "tag",
        switch (state) {
          case LATE -> "bad";
          case DONE_LATE -> "warn";
          case DONE -> "ok";
          case OPEN, AHEAD -> "plain";
        });
    Span due = new Span(getTranslation("cohort.history.due", moment(deadline.due())));
    due.addClassNames("muted", "small");
    Div row = new Div(QuizTexts.titleOf(asked.quiz()), tag, due);
    if (state == Deadline.State.LATE || state == Deadline.State.DONE_LATE) {
      Span late =
          new Span(
              getTranslation(
                  "ui.days-late",
                  deadline.daysLate(clock.instant(), instructor.calendar().zone())));
      late.addClassNames("muted", "small");
      row.add(late);
    }
    row.addClassName("toolbar");
    return new ListItem(row);
  }

  /** Days of the instructor's calendar for what has a moment, of the learner's for reviews. */
  private Component timeline(History history) {
    SortedMap<LocalDate, List<Component>> days = new TreeMap<>(Comparator.reverseOrder());
    for (Past past : history.attempts()) {
      Instant at = past.finishedAt() == null ? past.startedAt() : past.finishedAt();
      of(days, day(at)).add(attempt(history, past));
    }
    for (Day day : history.days()) {
      of(days, day.day()).add(reviewed(history, day));
    }
    of(days, day(history.joined()))
        .add(new Span(getTranslation("cohort.history.joined", history.cohort().name())));
    OrderedList list = new OrderedList();
    list.addClassNames("rows", "timeline");
    days.forEach(
        (day, events) -> {
          Span date = new Span(date(day));
          date.addClassNames("muted", "small", "num");
          Div what = new Div();
          what.addClassName("stacked");
          events.forEach(what::add);
          list.add(new ListItem(date, what));
        });
    return list;
  }

  private static List<Component> of(SortedMap<LocalDate, List<Component>> days, LocalDate day) {
    return days.computeIfAbsent(day, _ -> new ArrayList<>());
  }

  private Component reviewed(History history, Day day) {
    Div row =
        new Div(
            day.listed()
                ? new RouterLink(
                    reviews(day),
                    LearnerDayView.class,
                    LearnerDayView.route(history.cohort().id(), history.learnerId(), day.day()))
                : new Span(reviews(day)));
    row.addClassName("toolbar");
    return row;
  }

  private String reviews(Day day) {
    Double rate = day.retention().rate();
    long minutes = Math.max(1, Math.round(day.timeTaken().toSeconds() / 60.0));
    return rate == null
        ? getTranslation("cohort.history.answers", day.answers(), minutes)
        : getTranslation(
            "cohort.history.reviews", day.answers(), minutes, rate, day.retention().reviews());
  }

  private Component attempt(History history, Past past) {
    RouterLink link =
        new RouterLink(
            QuizTexts.title(past.quiz()),
            LearnerAttemptView.class,
            LearnerAttemptView.route(history.cohort().id(), history.learnerId(), past.id()));
    Span how =
        new Span(
            past.state() == Attempt.State.FINISHED && past.marks() != null
                ? getTranslation("cohort.history.finished", past.marks(), past.max())
                : getTranslation("cohort.history.attempt." + past.state()));
    how.addClassNames("muted", "small", "num");
    Div row = new Div(link, how);
    row.addClassName("toolbar");
    return row;
  }

  private Section section(String key, Component content) {
    Section section = new Section(new H2(getTranslation(key)), content);
    section.addClassName("card");
    return section;
  }

  private LocalDate day(Instant at) {
    return instructor.calendar().dayOf(at);
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(getLocale())
        .format(day);
  }

  private String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(getLocale())
        .format(at.atZone(instructor.calendar().zone()));
  }
}
