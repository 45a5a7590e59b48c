package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.dashboard.Learners.Search;
import app.keypoint.cohort.dashboard.Learners.Sort;
import app.keypoint.cohort.dashboard.LiveDashboards.Change;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.export.CohortTables;
import app.keypoint.cohort.ui.statistics.KeyPointMapView;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.table.Table;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cohort's learners, a row each: searched, filtered and sorted where they are stored, so that a
 * browser gets the rows in sight, however many there are.
 */
@JsModule("context://assets/members.js")
public class MemberGrid extends Section {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 25;

  /** More than a screen shows, so that what is read and built is not twice of what is seen. */
  private static final int PAGE = 25;

  /** Pixels for a bar of a key point, and for what is around them. */
  private static final int BAR = 15;

  private static final int BARS = 40;

  private final Learners learners;
  private final CohortTrends trends;
  private final long instructorId;
  private Cohort cohort;
  private Ago ago;
  private volatile Map<Long, List<Nudge>> nudges = Map.of();
  private final Grid<Member> grid = new Grid<>(PAGE);
  private final Map<Sort, Column<Member>> sorted = new EnumMap<>(Sort.class);
  private final TextField text = new TextField();
  private final Select<Filter> filter = new Select<>();
  private final Span found = new Span();
  private final ColumnChooser chooser;

  /** What the rows on the page answer to, and what they show: a download asks on its own thread. */
  private volatile Search seen = new Search("", Filter.ALL, Sort.NAME, false);

  /** How many a search found, for the rows that are read after it in the same click. */
  private @Nullable Integer counted;

  /** Reviews by week of the rows that were read. */
  private final Map<Long, List<Integer>> weeks = new HashMap<>();

  MemberGrid(
      Learners learners,
      CohortTrends trends,
      TableColumns remembered,
      long instructorId,
      Dashboard dashboard,
      Ago ago) {
    this.learners = learners;
    this.trends = trends;
    this.chooser = new ColumnChooser(remembered, instructorId);
    this.instructorId = instructorId;
    this.cohort = dashboard.cohort();
    this.ago = ago;
    keepNudges(dashboard);
    addClassNames("card", "members");
    defineColumns(dashboard.quizzes());
    grid.setItems(new Rows());
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(dashboard.members().size() <= FEW);
    grid.setEmptyStateText(getTranslation("cohort.members.none"));
    grid.setAriaLabel(getTranslation("cohort.members.title"));
    add(
        toolbar(),
        grid,
        chooser.details(getTranslation("cohort.members.columns")),
        new MasteryLegend());
  }

  /** A member is the same row before and after an answer. */
  private final class Rows extends AbstractBackEndDataProvider<Member, Void> {

    @Override
    protected Stream<Member> fetchFromBackEnd(Query<Member, Void> query) {
      return page(query);
    }

    @Override
    protected int sizeInBackEnd(Query<Member, Void> query) {
      Integer known = counted;
      counted = null;
      return known == null ? learners.count(instructorId, cohort.id(), search(List.of())) : known;
    }

    @Override
    public Object getId(Member member) {
      return member.learnerId();
    }
  }

  private void keepNudges(Dashboard dashboard) {
    nudges =
        dashboard.toNudge().stream()
            .collect(Collectors.toUnmodifiableMap(Member::learnerId, Member::nudges));
  }

  /** Shows the learners whom a figure counts, in the order in which they are looked for. */
  void open(Filter which) {
    switch (which) {
      case ALL, FINISHED -> open(which, Sort.FINISHED, true);
      case OVERDUE, DUE, NUDGE -> open(which, Sort.OVERDUE, true);
      case REVIEWED -> open(which, Sort.RETAINED, false);
      case ACTIVE -> open(which, Sort.LAST_SEEN, true);
      case AWAY -> open(which, Sort.LAST_SEEN, false);
      case ON_TRACK -> open(which, Sort.NAME, false);
    }
  }

  /** The same in another order. */
  void open(Filter which, Sort sort, boolean descending) {
    text.clear();
    filter.setValue(which);
    Column<Member> column = Objects.requireNonNull(sorted.get(sort));
    grid.sort(descending ? GridSortOrder.desc(column).build() : GridSortOrder.asc(column).build());
    filter.focus();
    scrollIntoView();
  }

  /**
   * Shows members whose figures changed where they stand: no row jumps away under somebody who
   * reads it, and nothing is read for it.
   */
  void update(Dashboard now, Change change, Ago since) {
    keepNudges(now);
    ago = since;
    weeks.putAll(change.reviews());
    change.members().forEach(member -> grid.getDataProvider().refreshItem(member));
  }

  /** Reads the rows in sight anew: somebody joined or left, or anybody may have changed. */
  void updateAll(Dashboard now, Ago since) {
    keepNudges(now);
    ago = since;
    cohort = now.cohort();
    grid.setAllRowsVisible(now.members().size() <= FEW);
    refresh();
  }

  /** The rows and columns that the page shows, all of them, in their order. */
  public Table<Member> asSeen(CohortTables tables, List<Quiz> quizzes) {
    List<Member> members = learners.all(instructorId, cohort.id(), seen);
    Map<Long, List<Integer>> reviews =
        chooser.shows(CohortTables.TREND)
            ? trends.reviewsByWeek(
                instructorId, cohort.id(), members.stream().map(Member::learnerId).toList())
            : Map.of();
    return tables.learners(
        quizzes,
        members,
        CohortTables.nudges(nudges),
        CohortTables.reviews(reviews),
        chooser::shows);
  }

  private Stream<Member> page(Query<Member, Void> query) {
    seen = search(query.getSortOrders());
    List<Member> page =
        learners.page(instructorId, cohort.id(), seen, query.getOffset(), query.getLimit());
    weeks.putAll(
        trends.reviewsByWeek(
            instructorId, cohort.id(), page.stream().map(Member::learnerId).toList()));
    return page.stream();
  }

  private Search search(List<QuerySortOrder> orders) {
    return orders.stream()
        .findFirst()
        .map(
            order ->
                new Search(
                    text.getValue(),
                    filter.getValue(),
                    Sort.valueOf(order.getSorted()),
                    order.getDirection() == SortDirection.DESCENDING))
        .orElseGet(() -> new Search(text.getValue(), filter.getValue(), Sort.NAME, false));
  }

  private void defineColumns(List<Quiz> quizzes) {
    MemberCells cells = new MemberCells(this, cohort.id());
    grid.getElement().setPropertyJson("words", cells.words(quizzes));
    Column<Member> name =
        grid.addColumn(cells.name(member -> nudges.getOrDefault(member.learnerId(), List.of())))
            .setHeader(getTranslation("cohort.column.name"))
            .setSortProperty(Sort.NAME.name())
            .setWidth("9.5rem")
            .setFlexGrow(1)
            .setFrozen(true);
    sorted.put(Sort.NAME, name);
    String username = getTranslation("cohort.roster.username");
    chooser.add(
        CohortTables.USERNAME,
        username,
        grid.addColumn(cells.text(Member::username))
            .setHeader(username)
            .setWidth("9.5rem")
            .setFlexGrow(0));
    figure("due", Sort.DUE, cells.text(member -> Integer.toString(member.load().due())));
    figure(
        "overdue", Sort.OVERDUE, cells.text(member -> Integer.toString(member.load().overdue())));
    figure(
        "suspended",
        Sort.SUSPENDED,
        cells.text(member -> Integer.toString(member.load().suspended())));
    figure("retained", Sort.RETAINED, cells.retained());
    String trend = getTranslation("cohort.column.trend");
    chooser.add(
        CohortTables.TREND,
        trend,
        grid.addColumn(cells.trend(member -> weeks.getOrDefault(member.learnerId(), List.of())))
            .setHeader(trend)
            .setWidth("6.5rem")
            .setFlexGrow(0));
    figure(
        CohortTables.FINISHED,
        Sort.FINISHED,
        cells.text(
            member -> getTranslation("cohort.kpi.of", member.finishedOf(quizzes), quizzes.size())));
    figure("last-seen", Sort.LAST_SEEN, cells.text(member -> ago.words(this, member.lastSeen())));
    for (int nth = 0; nth < quizzes.size(); nth++) {
      Quiz quiz = quizzes.get(nth);
      String title = QuizTexts.title(quiz);
      chooser.add(
          CohortTables.shownAs(quiz),
          title,
          grid.addColumn(cells.quiz(quiz, nth))
              .setHeader(KeyPointMapView.link(title, cohort.id(), quiz))
              .setWidth(BARS + quiz.keyPoints().size() * BAR + "px")
              .setFlexGrow(0));
    }
    grid.sort(GridSortOrder.asc(name).build());
  }

  private void figure(String key, Sort sort, Renderer<Member> cell) {
    String heading = getTranslation("cohort.column." + key);
    Column<Member> column =
        grid.addColumn(cell)
            .setHeader(heading)
            .setSortProperty(sort.name())
            .setWidth(sort == Sort.SUSPENDED ? "7.5rem" : "6.5rem")
            .setFlexGrow(0);
    if (sort != Sort.LAST_SEEN) {
      column.setTextAlign(ColumnTextAlign.END);
    }
    sorted.put(sort, column);
    chooser.add(key, heading, column);
  }

  private Component toolbar() {
    H2 title = new H2(getTranslation("cohort.members.title"));
    text.setPlaceholder(getTranslation("cohort.members.filter"));
    text.setAriaLabel(getTranslation("cohort.members.filter"));
    text.setClearButtonVisible(true);
    text.setMaxLength(Learners.MAX_SEARCH);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> refresh());
    filter.setItems(Filter.values());
    filter.setValue(Filter.ALL);
    filter.setItemLabelGenerator(each -> getTranslation("cohort.members.show." + each));
    filter.setAriaLabel(getTranslation("cohort.members.show"));
    filter.addValueChangeListener(change -> refresh());
    found.addClassNames("muted", "small");
    found.getElement().setAttribute("role", "status");
    Div toolbar = new Div(title, found, filter, text);
    toolbar.addClassName("toolbar");
    return toolbar;
  }

  private void refresh() {
    // Not only when rows are read: when nobody is found, none are.
    seen = new Search(text.getValue(), filter.getValue(), seen.sort(), seen.descending());
    grid.getDataProvider().refreshAll();
    boolean all = text.isEmpty() && filter.getValue() == Filter.ALL;
    if (all) {
      counted = null;
      found.setText("");
      return;
    }
    int count = learners.count(instructorId, cohort.id(), search(List.of()));
    counted = count;
    found.setText(getTranslation("cohort.members.found", count, cohort.members()));
  }
}
