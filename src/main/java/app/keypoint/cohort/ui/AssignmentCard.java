package app.keypoint.cohort.ui;

import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Standing;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Learners;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.quiz.Deadline;
import app.keypoint.quiz.Deadline.State;
import app.keypoint.time.StudyCalendar;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One assignment: its terms, how many have done it, and on request who. */
class AssignmentCard extends Section {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 30;

  private final Cohort cohort;
  private final DateTimeFormatter moment;
  private final ZoneId zone;
  private final Consumer<Standing> extend;
  private final Div counts = new Div();
  private final Map<Long, Standing> standings = new HashMap<>();

  /** What is on the page of each learner, changed where it stands. */
  private final Map<Long, Div> states = new HashMap<>();

  private final Map<Long, NativeButton> buttons = new HashMap<>();

  private Assignment shown;
  private Instant now;

  /**
   * @param exam the coming day of an exam on the quiz; null when there is none
   * @param calendar the instructor's, in whose zone times are shown
   */
  AssignmentCard(
      Cohort cohort,
      Assignment assignment,
      @Nullable LocalDate exam,
      StudyCalendar calendar,
      Instant now,
      Runnable change,
      Runnable withdraw,
      Consumer<Standing> extend) {
    this.cohort = cohort;
    this.shown = assignment;
    this.now = now;
    this.zone = calendar.zone();
    this.extend = extend;
    this.moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone);
    addClassNames("card", "assignment");
    Div words =
        new Div(new H2(QuizTexts.titleOf(assignment.quiz())), note(terms(assignment, exam)));
    Div actions =
        new Div(
            new Button(getTranslation("cohort.assign.change"), click -> change.run()),
            new Button(getTranslation("cohort.assign.withdraw"), click -> withdraw.run()));
    actions.addClassName("actions");
    actions.setVisible(!cohort.archived());
    Div head = new Div(words, actions);
    head.addClassName("toolbar");
    counts.addClassName("tags");
    add(head, counts);
    if (assignment.closed()) {
      add(note(getTranslation("cohort.assign.closed.about")));
    }
    show(assignment, now);
    if (!assignment.learners().isEmpty()) {
      add(learners());
    }
  }

  private String terms(Assignment assignment, @Nullable LocalDate exam) {
    var terms = assignment.terms();
    String due = getTranslation("cohort.assign.due", moment.format(terms.due()));
    String opens =
        terms.opens() == null || !now.isBefore(terms.opens())
            ? ""
            : " · " + getTranslation("cohort.assign.opens", moment.format(terms.opens()));
    String wanted =
        terms.wanted() == null
            ? ""
            : " · " + getTranslation("cohort.assign.wanted", terms.wanted());
    String examined =
        exam == null
            ? ""
            : " · "
                + getTranslation(
                    "cohort.assign.exam",
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(getLocale())
                        .format(exam));
    return due + opens + wanted + examined;
  }

  /** Shows where each learner stands at a moment, each in the row that they have. */
  final void show(Assignment assignment, Instant at) {
    shown = assignment;
    now = at;
    standings.clear();
    assignment.learners().forEach(each -> standings.put(each.learnerId(), each));
    counts.removeAll();
    if (assignment.closed()) {
      counts.add(new Tag(getTranslation("cohort.assign.closed"), Tag.Kind.WARN));
    }
    counts.add(
        new Tag(
            getTranslation(
                "cohort.assign.done",
                assignment.count(now, State.DONE, State.DONE_LATE),
                assignment.learners().size()),
            Tag.Kind.OK));
    int late = assignment.count(now, State.LATE);
    if (late > 0) {
      counts.add(new Tag(getTranslation("cohort.assign.late", late), Tag.Kind.BAD));
    }
    int doneLate = assignment.count(now, State.DONE_LATE);
    if (doneLate > 0) {
      counts.add(new Tag(getTranslation("cohort.assign.done-late", doneLate), Tag.Kind.WARN));
    }
    states.forEach((learner, cell) -> fill(cell, standings.get(learner)));
    buttons.forEach((learner, button) -> name(button, standings.get(learner)));
  }

  /** How many learners have more time than the others. */
  long extensions() {
    return standings.values().stream().filter(each -> each.deadline().extended()).count();
  }

  /** As it is now; whoever left since stands as in the row that they had. */
  private Standing now(Standing row) {
    return standings.getOrDefault(row.learnerId(), row);
  }

  /** A grid of what is in sight, made when it is opened: cohorts may be large. */
  private Component learners() {
    NativeDetails details = new NativeDetails(getTranslation("cohort.assign.learners"));
    details.addToggleListener(
        toggle -> {
          if (toggle.isOpened() && details.getContent() == null) {
            Grid<Standing> grid = grid(shown);
            details.setContent(new Div(finder(grid), grid));
          }
        });
    return details;
  }

  private Component finder(Grid<Standing> grid) {
    TextField text = new TextField();
    text.setPlaceholder(getTranslation("cohort.members.by-name"));
    text.setAriaLabel(getTranslation("cohort.members.by-name"));
    text.setClearButtonVisible(true);
    text.setMaxLength(Learners.MAX_SEARCH);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(
        change -> {
          String wanted = change.getValue().strip().toLowerCase(Locale.ROOT);
          grid.getListDataView()
              .setFilter(each -> each.name().toLowerCase(Locale.ROOT).contains(wanted));
        });
    Div toolbar = new Div(text);
    toolbar.addClassName("toolbar");
    return toolbar;
  }

  private Grid<Standing> grid(Assignment assignment) {
    Grid<Standing> grid = new Grid<>();
    grid.addColumn(new ComponentRenderer<>(this::name))
        .setHeader(getTranslation("cohort.column.name"))
        .setFlexGrow(1);
    grid.addColumn(new ComponentRenderer<>(this::state))
        .setHeader(getTranslation("cohort.assign.state"))
        .setFlexGrow(1);
    if (!cohort.archived()) {
      grid.addColumn(new ComponentRenderer<>(this::extendButton))
          .setHeader(getTranslation("cohort.assign.extension"))
          .setAutoWidth(true)
          .setFlexGrow(0);
    }
    grid.setItems(
        assignment.learners().stream()
            .sorted(Comparator.comparing(learner -> learner.deadline().state(now)))
            .toList());
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(assignment.learners().size() <= FEW);
    return grid;
  }

  private Component name(Standing standing) {
    return new RouterLink(
        standing.name(),
        CohortLearnerView.class,
        CohortLearnerView.route(cohort.id(), standing.learnerId()));
  }

  private Component state(Standing standing) {
    Div cell = new Div();
    states.put(standing.learnerId(), cell);
    fill(cell, now(standing));
    return cell;
  }

  /** Leaves the cell of whoever left as it is. */
  private void fill(Div cell, @Nullable Standing standing) {
    if (standing == null) {
      return;
    }
    Deadline deadline = standing.deadline();
    State state = deadline.state(now);
    cell.removeAll();
    cell.add(new Tag(getTranslation("cohort.assign.state." + state), kind(state)));
    if (deadline.done() != null) {
      cell.add(small(moment.format(deadline.done())));
    } else if (deadline.extended()) {
      cell.add(small(getTranslation("cohort.assign.due", moment.format(deadline.due()))));
    }
    if (state == State.LATE || state == State.DONE_LATE) {
      cell.add(small(getTranslation("ui.days-late", deadline.daysLate(now, zone))));
    }
  }

  private static Tag.Kind kind(State state) {
    return switch (state) {
      case LATE -> Tag.Kind.BAD;
      case DONE_LATE -> Tag.Kind.WARN;
      case DONE -> Tag.Kind.OK;
      case OPEN, AHEAD -> Tag.Kind.PLAIN;
    };
  }

  private Component extendButton(Standing standing) {
    NativeButton button =
        new NativeButton(extension(now(standing)), _ -> extend.accept(now(standing)));
    buttons.put(standing.learnerId(), button);
    button.addClassName("link");
    button.setAriaLabel(getTranslation("cohort.assign.extend.for", standing.name()));
    return button;
  }

  private void name(NativeButton button, @Nullable Standing standing) {
    if (standing != null) {
      button.setText(extension(standing));
    }
  }

  private String extension(Standing standing) {
    return getTranslation(
        standing.deadline().extended() ? "cohort.assign.extension.change" : "cohort.assign.extend");
  }

  private static Span small(String words) {
    Span small = new Span(words);
    small.addClassNames("muted", "small");
    return small;
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassNames("muted", "small");
    return note;
  }
}
