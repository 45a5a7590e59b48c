package app.keypoint.cohort.ui;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.CohortGlimpses;
import app.keypoint.cohort.dashboard.CohortGlimpses.Due;
import app.keypoint.cohort.dashboard.CohortGlimpses.Glimpse;
import app.keypoint.cohort.dashboard.Learners.Filter;
import app.keypoint.cohort.ui.assignment.AssignmentsView;
import app.keypoint.cohort.ui.dashboard.CohortView;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.Role;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An instructor's cohorts. */
@Route("cohorts")
@Menu(title = "cohort.menu", order = 4)
@RolesAllowed(Role.Names.INSTRUCTOR)
class CohortsView extends Div implements HasDynamicTitle {

  private final Cohorts cohorts;
  private final Account instructor;
  private final long instructorId;
  private final Map<Long, Glimpse> glimpses;

  CohortsView(Cohorts cohorts, CohortGlimpses glimpses, CurrentAccount current) {
    this.cohorts = cohorts;
    this.instructor = current.get();
    this.instructorId = instructor.id();
    this.glimpses = glimpses.of(instructorId);
    addClassName("cohorts");
    List<Cohort> own = cohorts.of(instructorId);
    Button create = new Button(getTranslation("cohort.create"), click -> new CreateDialog().open());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    if (own.isEmpty()) {
      add(
          new PageHeader(getTranslation("cohort.menu"), ""),
          new EmptyState(
              getTranslation("cohort.empty.title"), getTranslation("cohort.empty.text"), create));
      return;
    }
    add(
        new PageHeader(getTranslation("cohort.menu"), "", create),
        cards(own.stream().filter(cohort -> !cohort.archived()).toList()));
    List<Cohort> archived = own.stream().filter(Cohort::archived).toList();
    if (!archived.isEmpty()) {
      NativeDetails details =
          new NativeDetails(
              getTranslation("cohort.archived.list", archived.size()), cards(archived));
      details.addClassName("archived");
      add(details);
    }
  }

  private Component cards(List<Cohort> some) {
    Div cards = new Div();
    cards.addClassName("cards");
    some.forEach(cohort -> cards.add(card(cohort)));
    return cards;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("cohort.menu");
  }

  private Section card(Cohort cohort) {
    Glimpse glimpse = glimpses.get(cohort.id());
    long away = glimpse == null ? 0 : cohort.members() - glimpse.members();
    Span members =
        new Span(
            away > 0
                ? getTranslation("cohort.card.members", cohort.members(), away)
                : getTranslation("cohort.members", cohort.members()));
    Tag code =
        new Tag(
            cohort.archived()
                ? getTranslation("cohort.archived")
                : getTranslation("cohort.code-is", cohort.joinCode()),
            Tag.Kind.PLAIN);
    Div tags = new Div(code);
    tags.addClassName("tags");
    if (!cohort.owned()) {
      tags.add(new Tag(getTranslation("cohort.shared"), Tag.Kind.PLAIN));
    }
    members.addClassName("muted");
    Section card =
        new Section(
            new H2(new RouterLink(cohort.name(), CohortView.class, CohortView.route(cohort.id()))),
            members,
            figures(cohort),
            tags);
    card.addClassNames("card", "cohort-card");
    return card;
  }

  /** Whether it needs to be opened; nothing of a cohort that is empty or archived. */
  private Component figures(Cohort cohort) {
    UnorderedList figures = new UnorderedList();
    figures.addClassNames("figures", "small");
    Glimpse of = glimpses.getOrDefault(cohort.id(), Glimpse.NONE);
    figures.setVisible(of.members() > 0);
    if (of.members() > 0) {
      figures.add(
          figure(cohort, Filter.ON_TRACK, "cohort.card.on-track", of.onTrack(), of.members()),
          figure(cohort, Filter.NUDGE, "cohort.card.nudge", of.toNudge()),
          figure(cohort, Filter.ACTIVE, "cohort.card.active", of.active(), of.members()),
          figure(cohort, Filter.OVERDUE, "cohort.card.overdue", of.overdue()),
          due(cohort, of.next()));
    }
    return figures;
  }

  private ListItem due(Cohort cohort, @Nullable Due next) {
    return next == null
        ? new ListItem(getTranslation("cohort.card.nothing-due"))
        : new ListItem(
            link(
                cohort,
                AssignmentsView.class,
                getTranslation(
                    "cohort.card.due", QuizTexts.title(next.quiz()), moment(next.at()))));
  }

  /** Opens the list of those whom it counts; that of nobody is not there to be opened. */
  private ListItem figure(Cohort cohort, Filter which, String key, int count, Object... of) {
    Object[] values = Stream.concat(Stream.of(count), Arrays.stream(of)).toArray();
    String words = getTranslation(key, values);
    if (count == 0) {
      return new ListItem(words);
    }
    RouterLink link = link(cohort, CohortView.class, words);
    link.setQueryParameters(CohortView.showing(which));
    return new ListItem(link);
  }

  /** The same words stand on other cards: read out, a link says of which cohort it is. */
  private RouterLink link(Cohort cohort, Class<? extends Component> page, String words) {
    RouterLink link = new RouterLink(words, page, CohortView.route(cohort.id()));
    link.getElement()
        .setAttribute("aria-label", getTranslation("cohort.card.of", words, cohort.name()));
    return link;
  }

  private String moment(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(getLocale())
        .format(at.atZone(instructor.calendar().zone()));
  }

  private class CreateDialog extends Dialog {

    private final TextField name = new TextField(getTranslation("cohort.name"));

    CreateDialog() {
      setHeaderTitle(getTranslation("cohort.create"));
      name.setPlaceholder(getTranslation("cohort.name.example"));
      name.setMaxLength(Cohort.MAX_NAME);
      name.setRequiredIndicatorVisible(true);
      name.setAutofocus(true);
      add(name);
      Button save = new Button(getTranslation("cohort.create.save"), click -> create());
      save.addThemeVariants(ButtonVariant.PRIMARY);
      save.addClickShortcut(Key.ENTER).listenOn(name);
      getFooter().add(new Button(getTranslation("cohort.cancel"), click -> close()), save);
    }

    private void create() {
      if (name.getValue().isBlank()) {
        Alerts.at(name, getTranslation("cohort.name.required"));
        return;
      }
      Cohort cohort = cohorts.create(instructorId, name.getValue());
      close();
      UI.getCurrent().navigate(CohortView.class, CohortView.route(cohort.id()));
    }
  }
}
