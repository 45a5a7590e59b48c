package app.keypoint.cohort.ui.assignment;

import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Newcomer;
import app.keypoint.cohort.Assignments.Standing;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.ui.learner.CohortLearnerView;
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
import com.vaadin.flow.component.select.Select;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One assignment: its terms, how many have done it, and on request who. */
class AssignmentCard extends Section {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 30;

  /** Whom the list of learners shows. */
  private enum Shown {
    ALL(State.values()),
    LATE(State.LATE),
    OPEN(State.OPEN),
    AHEAD(State.AHEAD),
    DONE(State.DONE, State.DONE_LATE),
    DONE_LATE(State.DONE_LATE);

    private final List<State> states;

    Shown(State... states) {
      this.states = List.of(states);
    }
  }

  private final Cohort cohort;
  private final DateTimeFormatter moment;
  private final ZoneId zone;
  private final Consumer<Standing> extend;
  private final Consumer<Newcomer> give;
  private final H2 title = new H2();
  private final Div counts = new Div();
  private final NativeDetails learners =
      new NativeDetails(getTranslation("cohort.assign.learners"));
  private final NativeDetails newcomers = new NativeDetails();
  private final Map<Long, Standing> standings = new HashMap<>();

  private final Select<Shown> choice = new Select<>();
  private final Span found = new Span();

  /** Whom the list shows; null for all. Chosen, it stands still until it is chosen anew. */
  private @Nullable Set<Long> chosen;

  /** What is on the page of each learner, changed where it stands. */
  private final Map<Long, Div> states = new HashMap<>();

  private final Map<Long, NativeButton> buttons = new HashMap<>();

  /** Those who are asked, and those who joined too late; null until somebody opens the list. */
  private @Nullable Grid<Standing> asked;

  private @Nullable Grid<Newcomer> late;

  private Assignment shown;
  private String wanted = "";
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
      Consumer<Standing> extend,
      Consumer<Newcomer> give) {
    this.cohort = cohort;
    this.shown = assignment;
    this.now = now;
    this.zone = calendar.zone();
    this.extend = extend;
    this.give = give;
    this.moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone);
    addClassNames("card", "assignment");
    title.add(QuizTexts.titleOf(assignment.quiz()));
    title.getElement().setAttribute("tabindex", "-1");
    Div words = new Div(title, note(terms(assignment, exam)));
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
    learners.addToggleListener(_ -> openLearners());
    newcomers.addToggleListener(_ -> openNewcomers());
    show(assignment, now);
    add(learners, newcomers);
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
    Assignment before = shown;
    shown = assignment;
    now = at;
    standings.clear();
    assignment.learners().forEach(each -> standings.put(each.learnerId(), each));
    counts.removeAll();
    if (assignment.closed()) {
      counts.add(new Tag(getTranslation("cohort.assign.closed"), Tag.Kind.WARN));
    }
    int done = count(Shown.DONE);
    String words = getTranslation("cohort.assign.done", done, assignment.learners().size());
    counts.add(done > 0 ? opener(words, Shown.DONE) : new Tag(words, Tag.Kind.OK));
    tell(Shown.LATE, "cohort.assign.late");
    tell(Shown.DONE_LATE, "cohort.assign.done-late");
    states.forEach((learner, cell) -> fill(cell, standings.get(learner)));
    buttons.forEach((learner, button) -> name(button, standings.get(learner)));
    learners.setVisible(!assignment.learners().isEmpty());
    int joinedLater = assignment.newcomers().size();
    newcomers.setSummaryText(
        joinedLater == 0 ? "" : getTranslation("cohort.assign.newcomers", joinedLater));
    newcomers.setVisible(joinedLater > 0 && !cohort.archived());
    // Who left stays in the list until it is opened anew, so that it does not move.
    if (!before.newcomers().equals(assignment.newcomers())
        || !idsOf(before).containsAll(idsOf(assignment))) {
      fill();
    }
  }

  private int count(Shown which) {
    return shown.count(now, which.states.toArray(State[]::new));
  }

  private void tell(Shown which, String key) {
    int count = count(which);
    if (count > 0) {
      counts.add(opener(getTranslation(key, count), which));
    }
  }

  /** A count, which opens the list of those whom it counts. */
  private Component opener(String words, Shown which) {
    NativeButton button = new NativeButton(words, _ -> open(which));
    button.addClassNames("tag", kind(which.states.getFirst()).name().toLowerCase(Locale.ROOT));
    button.setAriaLabel(getTranslation("cohort.card.of", words, QuizTexts.title(shown.quiz())));
    return button;
  }

  private void open(Shown which) {
    learners.setOpen(true);
    openLearners();
    if (choice.getValue() == which) {
      choose(which); // Anew: nothing tells of a value that stays.
    } else {
      choice.setValue(which);
    }
    choice.focus();
  }

  private void choose(Shown which) {
    chosen =
        which == Shown.ALL
            ? null
            : standings.values().stream()
                .filter(each -> which.states.contains(each.deadline().state(now)))
                .map(Standing::learnerId)
                .collect(Collectors.toSet());
    found.setText(
        chosen == null
            ? ""
            : getTranslation("cohort.members.found", chosen.size(), standings.size()));
    if (asked != null) {
      asked.getListDataView().refreshAll();
    }
  }

  private static Set<Long> idsOf(Assignment assignment) {
    return assignment.learners().stream().map(Standing::learnerId).collect(Collectors.toSet());
  }

  /** Puts into the lists that are open who belongs to them now. */
  private void fill() {
    if (asked != null) {
      asked
          .setItems(
              shown.learners().stream()
                  .sorted(Comparator.comparing(learner -> learner.deadline().state(now)))
                  .toList())
          .setFilter(
              each ->
                  each.name().toLowerCase(Locale.ROOT).contains(wanted)
                      && (chosen == null || chosen.contains(each.learnerId())));
      choose(choice.getValue());
      asked.setAllRowsVisible(shown.learners().size() <= FEW);
    }
    if (late != null) {
      var unused = late.setItems(shown.newcomers());
      late.setAllRowsVisible(shown.newcomers().size() <= FEW);
    }
  }

  /** Where the focus goes when what had it went into the other list. */
  void focusOnTitle() {
    title.getElement().callJsFunction("focus");
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
  private void openLearners() {
    if (learners.isOpen() && asked == null) {
      asked = grid();
      learners.setContent(new Div(finder(), asked));
      fill();
    }
  }

  private void openNewcomers() {
    if (newcomers.isOpen() && late == null) {
      late = newcomersGrid();
      newcomers.setContent(new Div(note(getTranslation("cohort.assign.newcomers.about")), late));
      fill();
    }
  }

  private Grid<Newcomer> newcomersGrid() {
    Grid<Newcomer> grid = new Grid<>();
    grid.addColumn(new ComponentRenderer<>(each -> name(each.name(), each.learnerId())))
        .setHeader(getTranslation("cohort.column.name"))
        .setFlexGrow(1);
    grid.addColumn(each -> moment.format(each.joined()))
        .setHeader(getTranslation("cohort.assign.newcomers.joined"))
        .setFlexGrow(1);
    grid.addColumn(new ComponentRenderer<>(this::giveButton))
        .setHeader(getTranslation("cohort.assign.extension"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    return grid;
  }

  private Component giveButton(Newcomer newcomer) {
    NativeButton button =
        new NativeButton(
            getTranslation("cohort.assign.newcomers.give"), _ -> give.accept(newcomer));
    button.addClassName("link");
    button.setAriaLabel(getTranslation("cohort.assign.newcomers.give.for", newcomer.name()));
    return button;
  }

  private Component finder() {
    TextField text = new TextField();
    text.setPlaceholder(getTranslation("cohort.members.by-name"));
    text.setAriaLabel(getTranslation("cohort.members.by-name"));
    text.setClearButtonVisible(true);
    text.setMaxLength(Learners.MAX_SEARCH);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(
        change -> {
          wanted = change.getValue().strip().toLowerCase(Locale.ROOT);
          Objects.requireNonNull(asked).getListDataView().refreshAll();
        });
    choice.setItems(Shown.values());
    choice.setValue(Shown.ALL);
    choice.setItemLabelGenerator(
        each ->
            getTranslation(
                each == Shown.ALL ? "cohort.members.show.ALL" : "cohort.assign.state." + each));
    choice.setAriaLabel(getTranslation("cohort.members.show"));
    choice.addValueChangeListener(change -> choose(change.getValue()));
    found.addClassNames("muted", "small");
    found.getElement().setAttribute("role", "status");
    Div toolbar = new Div(choice, text, found);
    toolbar.addClassName("toolbar");
    return toolbar;
  }

  private Grid<Standing> grid() {
    Grid<Standing> grid = new Grid<>();
    grid.addColumn(new ComponentRenderer<>(each -> name(each.name(), each.learnerId())))
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
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    return grid;
  }

  private Component name(String name, long learnerId) {
    return new RouterLink(
        name, CohortLearnerView.class, CohortLearnerView.route(cohort.id(), learnerId));
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
    name(button, now(standing));
    return button;
  }

  private void name(NativeButton button, @Nullable Standing standing) {
    if (standing != null) {
      button.setText(extension(standing));
      button.setAriaLabel(
          getTranslation("cohort.assign.extension.of", extension(standing), standing.name()));
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
