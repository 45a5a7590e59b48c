package app.keypoint.cohort.ui.statistics;

import app.keypoint.access.HeavyWork;
import app.keypoint.cohort.statistics.KeyPointMap;
import app.keypoint.cohort.statistics.KeyPointMaps;
import app.keypoint.cohort.statistics.KeyPointRow;
import app.keypoint.cohort.ui.BackLink;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.cohort.ui.export.TableDownloads;
import app.keypoint.cohort.ui.export.TableDownloads.Sent;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well each learner of a cohort holds each key point. */
@Route("cohorts/:cohortId([0-9]{1,18})/map")
@RolesAllowed(Role.Names.INSTRUCTOR)
public class KeyPointMapView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final String QUIZ = "quiz";
  private static final int MAX_NAME = 100;

  private final KeyPointMaps maps;
  private final HeavyWork heavy;
  private final Translations translations;
  private final TableDownloads downloads;
  private final Account instructor;
  private String title = "";

  public KeyPointMapView(
      KeyPointMaps maps,
      HeavyWork heavy,
      Translations translations,
      TableDownloads downloads,
      CurrentAccount current) {
    this.maps = maps;
    this.heavy = heavy;
    this.translations = translations;
    this.downloads = downloads;
    this.instructor = current.get();
    addClassNames("map-view", "wide");
  }

  /** A link to a cohort's map of one quiz. */
  public static RouterLink link(String words, long cohortId, Quiz quiz) {
    RouterLink link = new RouterLink(words, KeyPointMapView.class, CohortView.route(cohortId));
    link.setQueryParameters(QueryParameters.of(QUIZ, quiz.id()));
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quiz = event.getLocation().getQueryParameters().getSingleParameter(QUIZ).orElse(null);
    long cohortId = event.getRouteParameters().getLong("cohortId").orElseThrow();
    try {
      show(
          heavy.inPlace(
              () ->
                  maps.of(
                      instructor.id(),
                      cohortId,
                      quiz == null || quiz.length() <= Quiz.MAX_ID ? quiz : "")));
    } catch (HeavyWork.Full e) {
      title = getTranslation("cohort.map.title");
      removeAll();
      add(
          new H1(title),
          new EmptyState(
              getTranslation("cohort.map.full.title"), getTranslation("cohort.map.full.text")));
    }
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(KeyPointMap map) {
    title = getTranslation("cohort.map.page", map.cohort().name());
    removeAll();
    BackLink back = BackLink.toCohort(map.cohort().name(), map.cohort().id());
    add(
        back,
        new PageHeader(
            getTranslation("cohort.map.title"),
            getTranslation("cohort.map.about", map.rows().size(), map.points().size())));
    if (map.rows().isEmpty() || map.points().isEmpty()) {
      add(
          new EmptyState(
              getTranslation("cohort.map.none.title"), getTranslation("cohort.map.none.text")));
      return;
    }
    KeyPointTable table = new KeyPointTable(map);
    Div card = new Div(table);
    card.addClassNames("card", "map");
    add(choices(map, table), legend(), card, downloads(map, table));
  }

  /** As it is searched and ordered, of the present. */
  private Component downloads(KeyPointMap shown, KeyPointTable table) {
    ExportWords words = ExportWords.of(this, getLocale(), translations);
    Quiz quiz = shown.quiz();
    Div links = new Div(new Span(getTranslation("cohort.export.as-shown")));
    links.add(
        downloads.links(
            new Sent(words, shown.cohort(), words.of("cohort.map.title")),
            named -> {
              MapTables tables =
                  new MapTables(
                      words,
                      maps.of(
                          instructor.id(), shown.cohort().id(), quiz == null ? null : quiz.id()),
                      table.order());
              return List.of(
                  TableDownloads.naming(named, KeyPointRow::learnerId, tables.learners()),
                  tables.points());
            }));
    links.addClassNames("toolbar", "downloads");
    return links;
  }

  private Component choices(KeyPointMap map, KeyPointTable table) {
    Select<@Nullable Quiz> quiz = new Select<>();
    quiz.setLabel(getTranslation("cohort.statistics.quiz"));
    List<@Nullable Quiz> quizzes = new ArrayList<>(map.quizzes());
    quiz.setItems(quizzes);
    quiz.setEmptySelectionAllowed(true);
    quiz.setEmptySelectionCaption(getTranslation("cohort.map.all-quizzes"));
    quiz.setItemLabelGenerator(
        each -> each == null ? getTranslation("cohort.map.all-quizzes") : QuizTexts.title(each));
    quiz.setValue(map.quiz());
    quiz.addValueChangeListener(change -> open(map, change.getValue()));

    Select<MapOrder.Points> order = new Select<>();
    order.setLabel(getTranslation("cohort.map.order"));
    order.setItems(MapOrder.Points.values());
    order.setItemLabelGenerator(each -> getTranslation("cohort.map.order." + each));
    order.setValue(MapOrder.Points.AS_TAUGHT);
    order.addValueChangeListener(change -> table.order(change.getValue()));

    TextField text = new TextField(getTranslation("cohort.members.by-name"));
    text.setClearButtonVisible(true);
    text.setMaxLength(MAX_NAME);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    Span found = new Span();
    text.addValueChangeListener(
        change -> {
          int rows = table.find(change.getValue());
          found.setText(
              text.isEmpty()
                  ? ""
                  : getTranslation("cohort.members.found", rows, map.rows().size()));
        });
    found.addClassNames("muted", "small");
    found.getElement().setAttribute("role", "status");
    Div choices = new Div(quiz, order, text, found);
    choices.addClassName("toolbar");
    return choices;
  }

  /** By an address of its own, to come back to or to send to a colleague. */
  private static void open(KeyPointMap map, @Nullable Quiz quiz) {
    UI.getCurrent()
        .navigate(
            KeyPointMapView.class,
            CohortView.route(map.cohort().id()),
            quiz == null ? QueryParameters.empty() : QueryParameters.of(QUIZ, quiz.id()));
  }

  private Component legend() {
    Paragraph legend = new Paragraph(new Span(getTranslation("cohort.map.legend")));
    legend.addClassNames("legend", "muted", "small");
    int[] starts = MapShade.starts().toArray();
    for (int shade = 0; shade < starts.length; shade++) {
      Span entry =
          new Span(getTranslation("cohort.map.range", starts[shade], MapShade.last(shade)));
      entry.addClassNames("shade", "s" + shade);
      legend.add(entry);
    }
    Span none = new Span("–");
    none.addClassNames("shade", "sn");
    legend.add(none, new Span(getTranslation("cohort.mastery.NEW")));
    return legend;
  }
}
