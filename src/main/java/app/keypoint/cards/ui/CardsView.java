package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.Order;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.ui.ReviewTexts;
import app.keypoint.ui.Confirm;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All of the learner's cards: found, sorted, and acted on many at a time. */
@Route("cards")
@Menu(title = "cards.menu", order = 3.5)
@PermitAll
class CardsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** So many can be selected at once, read so many at a time. */
  static final int MAX = 1_000;

  private static final int PAGE = 200;

  private final Cards cards;
  private final CurrentAccount current;
  private final Clock clock;
  private final CardActing acting;
  private final CardFilterBar filterBar;
  private final CardGrid grid;
  private final CardSelectionBar selectionBar =
      new CardSelectionBar(this::selectAll, this::selectNone, this::actOnSelected);
  private final Select<Order> orders = new Select<>();
  private final Div found = new Div();
  private final Div nothing = new Div();
  private int matching;

  CardsView(
      Cards cards,
      Reviewing reviewing,
      ReviewSettings settings,
      Catalogue catalogue,
      CurrentAccount current,
      Clock clock) {
    this.cards = cards;
    this.current = current;
    this.clock = clock;
    acting = new CardActing(reviewing, current, this::changed);
    Account learner = learner();
    filterBar = new CardFilterBar(cards.quizzes(learner), filter -> filtered());
    boolean fsrs = settings.of(learner.id()).algorithm() == Algorithm.FSRS;
    grid = new CardGrid(catalogue, fsrs, learner.today(clock), () -> filterBar.address());
    grid.setDataProvider(
        new CallbackDataProvider<>(
            this::rows, query -> cards.count(learner(), filterBar.filter()), Card::id));
    grid.sort(Order.NEXT_DAY);
    grid.addSelectionListener(selection -> showSelection());
    addClassName("cards-view");
    found.add(orders(fsrs), selectionBar, grid);
    found.addClassName("found");
    add(
        new PageHeader(getPageTitle(), text("cards.explanation"), acting.undoButton()),
        filterBar,
        nothing,
        found);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filterBar.show(event.getLocation().getQueryParameters());
    changed();
  }

  @Override
  public String getPageTitle() {
    return text("cards.menu");
  }

  /** Columns have no headings to sort by on a phone. */
  private Select<Order> orders(boolean fsrs) {
    orders.addClassName("orders");
    orders.setAriaLabel(text("cards.sort"));
    orders.setItems(Order.NEXT_DAY, Order.EASINESS, Order.LAPSES, Order.LAST_SEEN, Order.INTERVAL);
    orders.setItemLabelGenerator(
        order -> text("cards.sort." + (fsrs && order == Order.EASINESS ? "DIFFICULTY" : order)));
    orders.setValue(Order.NEXT_DAY);
    orders.addValueChangeListener(change -> grid.sort(change.getValue()));
    return orders;
  }

  /** Keeps the filter in the address, so that a reload and a link keep it. */
  private void filtered() {
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, new Location("cards", filterBar.address())));
    changed();
  }

  private void changed() {
    grid.deselectAll();
    grid.getDataProvider().refreshAll();
    matching = cards.count(learner(), filterBar.filter());
    nothing.removeAll();
    if (matching == 0) {
      boolean none =
          filterBar.filter().equals(Filter.ALL) || cards.count(learner(), Filter.ALL) == 0;
      nothing.add(none ? noCards() : noMatch());
      filterBar.setVisible(!none);
    } else {
      filterBar.setVisible(true);
    }
    found.setVisible(matching > 0);
    showSelection();
  }

  private void showSelection() {
    selectionBar.show(matching, grid.getSelectedItems().size(), MAX);
  }

  private EmptyState noCards() {
    Anchor quizzes = new Anchor("quizzes", ReviewTexts.text("done.quizzes"));
    quizzes.addClassNames("btn", "primary");
    return new EmptyState(text("cards.none"), text("cards.none-text"), quizzes);
  }

  private EmptyState noMatch() {
    NativeButton clear = new NativeButton(text("cards.clear"), click -> clear());
    clear.addClassNames("btn", "primary");
    return new EmptyState(text("cards.no-match"), text("cards.no-match-text"), clear);
  }

  private void clear() {
    filterBar.show(QueryParameters.empty());
    filtered();
  }

  private void selectAll() {
    List<Card> all = new ArrayList<>();
    for (int page = 0; page * PAGE < Math.min(matching, MAX); page++) {
      all.addAll(cards.find(learner(), filterBar.filter(), Order.NEXT_DAY, false, page, PAGE));
    }
    grid.asMultiSelect().select(all);
  }

  private void selectNone() {
    grid.deselectAll();
  }

  private void actOnSelected(StepKind action) {
    List<Long> selected = grid.getSelectedItems().stream().map(Card::id).toList();
    if (action == StepKind.RESET && selected.size() > 1) {
      confirm(selected);
    } else {
      acting.act(selected, action);
    }
  }

  private void confirm(List<Long> selected) {
    Confirm.ask(
        text("cards.afresh.title", selected.size()),
        text("cards.afresh.text"),
        ReviewTexts.text("action.RESET"),
        text("cards.cancel"),
        () -> acting.act(selected, StepKind.RESET));
  }

  private Account learner() {
    return current.get();
  }

  private Stream<Card> rows(Query<Card, Void> query) {
    Account learner = learner();
    grid.showOn(learner.today(clock));
    return cards
        .find(
            learner,
            filterBar.filter(),
            CardGrid.order(query),
            CardGrid.descending(query),
            query.getPage(),
            query.getPageSize())
        .stream();
  }
}
