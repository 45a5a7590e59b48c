package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.BehindFigures;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.quiz.ItemStatistics.AttemptSelection;
import app.keypoint.quiz.ItemStatistics.Edition;
import app.keypoint.statistics.ItemAnalysis;
import app.keypoint.table.TableFormat;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the questions of one quiz do in a cohort. */
@Route("cohorts/:cohortId([0-9]{1,18})/statistics/:quizId")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class QuestionStatisticsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final String ATTEMPTS = "attempts";
  private static final String ALL = "all";
  private static final String EDITION = "edition";

  private final QuestionStatistics statistics;
  private final BehindFigures figures;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private final Clock clock;
  private String title = "";

  public QuestionStatisticsView(
      QuestionStatistics statistics,
      BehindFigures figures,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current,
      Clock clock) {
    this.statistics = statistics;
    this.figures = figures;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    this.clock = clock;
    addClassNames("statistics", "wide");
  }

  /** The parameters that lead to a quiz's statistics. */
  public static RouteParameters route(long cohortId, String quizId) {
    return new RouteParameters(
        new RouteParam("cohortId", cohortId), new RouteParam("quizId", quizId));
  }

  /** The title of a quiz, which leads to its statistics. */
  public static RouterLink link(long cohortId, Quiz quiz) {
    RouterLink link = new RouterLink(QuestionStatisticsView.class, route(cohortId, quiz.id()));
    link.add(QuizTexts.titleOf(quiz));
    link.addClassNames("muted", "small");
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RouteParameters parameters = event.getRouteParameters();
    QueryParameters query = event.getLocation().getQueryParameters();
    show(
        statistics.of(
            instructor.id(),
            parameters.getLong("cohortId").orElseThrow(),
            parameters.get("quizId").filter(id -> id.length() <= Quiz.MAX_ID).orElse(""),
            query.getSingleParameter(ATTEMPTS).filter(ALL::equals).isPresent()
                ? AttemptSelection.ALL
                : AttemptSelection.FIRST,
            edition(query)));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private static @Nullable Long edition(QueryParameters query) {
    Optional<Long> id =
        query
            .getSingleParameter(EDITION)
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::valueOf);
    return id.orElse(null);
  }

  private void show(QuestionStatistics.Report report) {
    title = getTranslation("cohort.statistics.page", QuizTexts.title(report.quiz()));
    removeAll();
    add(head(report), choices(report));
    var found = report.statistics();
    if (found.total() == null) {
      add(
          new EmptyState(
              getTranslation("cohort.statistics.too-few.title"),
              getTranslation(
                  "cohort.statistics.too-few.text",
                  found.edition() == null ? 0 : found.edition().attempts(),
                  ItemAnalysis.FEWEST_ATTEMPTS)));
      return;
    }
    add(
        new QuizFigures(found.total(), found.items().size()),
        new QuestionTable(
            report,
            found.total().attempts(),
            question ->
                statistics.reported(
                    instructor.id(), report.cohort().id(), report.quiz().id(), question),
            behind(report),
            new Ago(instructor.calendar(), clock.instant())),
        downloads(report));
  }

  /** All tables in a workbook, and each as a CSV: with the choices that the page was made by. */
  private Component downloads(QuestionStatistics.Report shown) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    Edition edition = shown.statistics().edition();
    Supplier<StatisticsTables> tables =
        () ->
            new StatisticsTables(
                words,
                statistics.of(
                    instructor.id(),
                    shown.cohort().id(),
                    shown.quiz().id(),
                    shown.counted(),
                    edition == null ? null : edition.id()));
    String quiz = words.title(shown.quiz());
    Div links =
        new Div(
            new Span(getTranslation("cohort.export.download")),
            downloads.link(
                new Sent(words, shown.cohort(), quiz), TableFormat.XLSX, () -> tables.get().all()));
    for (int i = 0; i < StatisticsTables.TITLES.size(); i++) {
      int nth = i;
      String title = words.of(StatisticsTables.TITLES.get(i));
      Anchor link =
          downloads.link(
              new Sent(words, shown.cohort(), quiz + " " + title),
              TableFormat.CSV,
              () -> List.of(tables.get().all().get(nth)));
      link.setText(getTranslation("cohort.export.csv-of", title));
      links.add(link);
    }
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  private Component head(QuestionStatistics.Report report) {
    BackLink back = BackLink.toCohort(report.cohort().name(), report.cohort().id());
    Edition edition = report.statistics().edition();
    String rests =
        edition == null
            ? ""
            : getTranslation(
                "cohort.statistics.rests." + report.counted(),
                edition.attempts(),
                day(edition.firstFinished()),
                day(edition.lastFinished()));
    PageHeader head = new PageHeader(new H1(QuizTexts.titleOf(report.quiz())), rests);
    return edition == null
        ? new Div(back, head)
        : new Div(
            back,
            head,
            behind(report)
                .attempts(
                    getTranslation("cohort.statistics.attempts", edition.attempts()),
                    edition(report, edition)));
  }

  private Behind behind(QuestionStatistics.Report report) {
    return new Behind(figures, instructor, report.cohort().id());
  }

  /** What its figures rest on, for the lists behind them. */
  static Behind.Edition edition(QuestionStatistics.Report report, Edition edition) {
    return new Behind.Edition(report.quiz(), report.counted(), edition.id());
  }

  private Component choices(QuestionStatistics.Report report) {
    Select<Quiz> quiz = new Select<>();
    quiz.setLabel(getTranslation("cohort.statistics.quiz"));
    quiz.setItems(report.quizzes());
    quiz.setItemLabelGenerator(QuizTexts::title);
    quiz.setValue(report.quiz());
    quiz.addValueChangeListener(change -> open(report, change.getValue(), report.counted(), null));

    Select<AttemptSelection> counted = new Select<>();
    counted.setLabel(getTranslation("cohort.statistics.counted"));
    counted.setItems(AttemptSelection.values());
    counted.setItemLabelGenerator(value -> getTranslation("cohort.statistics.counted." + value));
    counted.setValue(report.counted());
    counted.addValueChangeListener(change -> open(report, report.quiz(), change.getValue(), null));

    Div choices = new Div(quiz, counted);
    choices.addClassName("toolbar");
    if (report.statistics().editions().size() > 1) {
      Select<Edition> edition = new Select<>();
      edition.setLabel(getTranslation("cohort.statistics.edition"));
      edition.setItems(report.statistics().editions());
      edition.setItemLabelGenerator(
          value ->
              getTranslation(
                  "cohort.statistics.edition.finished",
                  day(value.firstFinished()),
                  day(value.lastFinished()),
                  value.attempts()));
      if (report.statistics().edition() != null) {
        edition.setValue(report.statistics().edition());
      }
      edition.addValueChangeListener(
          change -> open(report, report.quiz(), report.counted(), change.getValue()));
      choices.add(edition);
    }
    return choices;
  }

  /** By an address of its own, to come back to or to send to a colleague. */
  private void open(
      QuestionStatistics.Report report,
      Quiz quiz,
      AttemptSelection counted,
      @Nullable Edition edition) {
    Map<String, String> query = new HashMap<>();
    if (counted == AttemptSelection.ALL) {
      query.put(ATTEMPTS, ALL);
    }
    if (edition != null) {
      query.put(EDITION, Long.toString(edition.id()));
    }
    UI.getCurrent()
        .navigate(
            QuestionStatisticsView.class,
            route(report.cohort().id(), quiz.id()),
            QueryParameters.simple(query));
  }

  private String day(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(getLocale())
        .format(instructor.calendar().dayOf(instant));
  }
}
