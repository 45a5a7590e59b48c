package app.keypoint.audit.ui;

import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditSearch;
import app.keypoint.ui.DayPicker;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators: filtered by person, kind and days, read bit by bit. */
@Route("admin/audit")
@RolesAllowed("ADMINISTRATOR")
class AuditView extends Div implements HasDynamicTitle {

  private final AuditSearch log;
  private final TextField person = new TextField(text("person"));
  private final Select<AuditKind> kind = new Select<>();
  private final DayPicker from = new DayPicker(text("from"));
  private final DayPicker to = new DayPicker(text("to"));
  private final Grid<AuditEntry> grid = new Grid<>();
  private ZoneId zone = ZoneOffset.UTC;

  AuditView(AuditSearch log) {
    this.log = log;
    addClassNames("audit", "wide");
    Anchor back = new Anchor("admin", text("back"));
    back.getElement().setAttribute("router-link", true);
    back.addClassName("back");
    add(back, new PageHeader(getPageTitle(), text("explanation")), filter(), entries());
  }

  @Override
  public String getPageTitle() {
    return text("title");
  }

  /** Days and times are those of the administrator's browser. */
  @Override
  protected void onAttach(AttachEvent attach) {
    attach
        .getUI()
        .getPage()
        .retrieveExtendedClientDetails(
            details -> {
              zone = zone(details.getTimeZoneId());
              refresh();
            });
  }

  private Div filter() {
    person.setClearButtonVisible(true);
    person.setMaxLength(AuditNote.MAX_NAME);
    person.setValueChangeMode(ValueChangeMode.LAZY);
    person.addValueChangeListener(change -> refresh());
    kind.setLabel(text("kind"));
    kind.setItems(AuditKind.values());
    kind.setItemLabelGenerator(one -> one == null ? text("kind.all") : name(one));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(text("kind.all"));
    kind.addValueChangeListener(change -> refresh());
    from.addValueChangeListener(change -> refresh());
    to.addValueChangeListener(change -> refresh());
    Div bar = new Div(person, kind, from, to);
    bar.addClassName("toolbar");
    return bar;
  }

  private Grid<AuditEntry> entries() {
    grid.addColumn(new ComponentRenderer<>(this::entry)).setHeader(text("entries")).setFlexGrow(1);
    grid.setItems(
        query ->
            log
                .page(asked(), query.getPage(), Math.min(query.getPageSize(), AuditSearch.MAX_PAGE))
                .stream());
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateText(text("none"));
    return grid;
  }

  private AuditSearch.Filter asked() {
    String name = person.getValue();
    LocalDate last = to.getValue();
    return new AuditSearch.Filter(
        name.length() <= AuditNote.MAX_NAME ? name : name.substring(0, AuditNote.MAX_NAME),
        kind.getValue(),
        from.getValue() == null ? null : from.getValue().atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Component entry(AuditEntry entry) {
    Span what = new Span(name(entry.kind()));
    what.addClassName("what");
    Div first = new Div(what);
    if (!entry.detail().isEmpty()) {
      first.add(new Span(AuditTexts.detail(this, entry)));
    }
    first.addClassName("deed");
    Span when = new Span(AuditTexts.time(getLocale(), zone, entry.at()));
    when.addClassName("num");
    Div second = new Div(when, new Span(people(entry)));
    if (!entry.address().isEmpty()) {
      second.add(new Span(text("address", entry.address())));
    }
    second.addClassNames("circumstances", "muted", "small");
    return new Div(first, second);
  }

  private String people(AuditEntry entry) {
    String actor = entry.actor();
    String subject = entry.subject();
    if (actor == null) {
      return subject == null ? text("stranger") : text("stranger.subject", subject);
    }
    return subject == null || subject.equals(actor)
        ? text("actor", actor)
        : text("actor.subject", actor, subject);
  }

  private String name(AuditKind one) {
    return getTranslation("audit.kind." + one);
  }

  private String text(String key, Object... arguments) {
    return getTranslation("audit." + key, arguments);
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
  }

  private static ZoneId zone(@Nullable String id) {
    try {
      return id == null ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException e) {
      // A zone newer than this server's tables.
      return ZoneOffset.UTC;
    }
  }
}
