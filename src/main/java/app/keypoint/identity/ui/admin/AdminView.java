package app.keypoint.identity.ui.admin;

import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.AccountAdministration.Row;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.Role;
import app.keypoint.identity.signin.ProxyCheck;
import app.keypoint.identity.signin.SecondFactorAdministration;
import app.keypoint.ui.ActionGrid;
import app.keypoint.ui.Alerts;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SearchBar;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Where administrators see to accounts. */
@Route("admin")
@RolesAllowed(Role.Names.ADMINISTRATOR)
@Menu(title = "identity.admin.menu", order = 5)
class AdminView extends Div implements HasDynamicTitle {

  private final AccountAdministration administration;
  private final SecondFactorAdministration factors;
  private final ZoneId zone;
  private final SearchBar search =
      new SearchBar(getTranslation("identity.admin.search"), this::refresh);
  private final ActionGrid<Row> grid = new ActionGrid<>();

  AdminView(
      AccountAdministration administration,
      SecondFactorAdministration factors,
      ErasureAdministration erasure,
      ProxyCheck proxy,
      CurrentAccount current) {
    this.administration = administration;
    this.factors = factors;
    Account own = current.get();
    this.zone = own.calendar().zone();
    addClassName("admin");
    NativeButton add =
        new NativeButton(
            getTranslation("identity.admin.add"),
            click -> new NewAccountDialog(administration, this::refresh).open());
    add.addClassName("btn");
    Anchor audit = new Anchor("admin/audit", getTranslation("identity.admin.audit"));
    audit.getElement().setAttribute("router-link", true);
    audit.addClassName("btn");
    NativeButton rules =
        new NativeButton(
            getTranslation("identity.rules.title"), click -> new SignInRulesDialog(factors).open());
    rules.addClassName("btn");
    // By its address: the check knows of accounts, so accounts cannot know of the check.
    Anchor data = new Anchor("admin/data", getTranslation("identity.admin.data"));
    data.getElement().setAttribute("router-link", true);
    data.addClassName("btn");
    Anchor cohorts = new Anchor("admin/cohorts", getTranslation("identity.admin.cohorts"));
    cohorts.getElement().setAttribute("router-link", true);
    cohorts.addClassName("btn");
    add(
        new PageHeader(
            getTranslation("identity.admin.title"),
            getTranslation("identity.admin.explanation"),
            cohorts,
            audit,
            rules,
            data,
            add),
        new ErasureRequestsCard(erasure, own, this::refresh),
        search,
        accounts());
    proxy
        .onlyAddress()
        .ifPresent(
            address ->
                addComponentAtIndex(
                    1, Alerts.problem(getTranslation("identity.admin.oneAddress", address))));
    refresh();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("identity.admin.title");
  }

  private Grid<Row> accounts() {
    return grid.saying(getTranslation("identity.admin.account"), this::person)
        .doing(getTranslation("identity.admin.actions"), this::manageButton)
        .of(
            query ->
                administration.page(search.text(), query.getPage(), query.getPageSize()).stream(),
            query -> administration.count(search.text()),
            getTranslation("identity.admin.none"));
  }

  private Component person(Row row) {
    Account account = row.account();
    Span name = new Span(account.displayName());
    name.addClassName("name");
    Div first = new Div(name, roleTag(account.role()));
    if (!row.enabled()) {
      first.add(new Tag(getTranslation("identity.admin.disabled"), Tag.Kind.BAD));
    }
    if (row.asksToBeErased()) {
      first.add(new Tag(getTranslation("identity.erasure.tag"), Tag.Kind.WARN));
    }
    first.addClassName("who");
    Div second = new Div(account.username() + " · " + seen(account));
    second.addClassNames("muted", "small");
    return new Div(first, second);
  }

  private Tag roleTag(Role role) {
    return new Tag(
        getTranslation("identity.role." + role),
        role == Role.LEARNER ? Tag.Kind.PLAIN : Tag.Kind.OK);
  }

  private String seen(Account account) {
    if (account.lastSeen() == null) {
      return getTranslation("identity.admin.neverSeen");
    }
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone);
    return getTranslation("identity.admin.seen", format.format(account.lastSeen()));
  }

  private Component manageButton(Row row) {
    NativeButton manage =
        new NativeButton(
            getTranslation("identity.admin.manage"),
            click -> new ManageDialog(administration, factors, row, this::refresh).open());
    manage.addClassName("btn");
    manage.setAriaLabel(getTranslation("identity.admin.manage.label", row.account().displayName()));
    return manage;
  }

  private void refresh() {
    grid.getDataProvider().refreshAll();
    search.found(getTranslation("identity.admin.found", administration.count(search.text())));
  }
}
