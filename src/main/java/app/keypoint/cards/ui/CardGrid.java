package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Order;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Cards in rows, to be selected, sorted and opened; on a phone all in one column. */
class CardGrid extends Grid<Card> {

  private final Catalogue catalogue;
  private final boolean fsrs;
  private final Supplier<QueryParameters> address;
  private LocalDate today;

  /**
   * @param fsrs whether FSRS's difficulty stands in the place of easiness
   * @param today the learner's study day, until {@link #showOn} names another
   * @param address of the list as it is now, for the way back from a card
   */
  CardGrid(Catalogue catalogue, boolean fsrs, LocalDate today, Supplier<QueryParameters> address) {
    this.catalogue = catalogue;
    this.fsrs = fsrs;
    this.today = today;
    this.address = address;
    addClassName("card-grid");
    setPageSize(25); // about two screens of rows, which weigh more than all else on the page
    addColumn(new ComponentRenderer<>(this::question))
        .setHeader(text("cards.column.question"))
        .setFlexGrow(1);
    wide(addColumn(new ComponentRenderer<>(CardGrid::state)), "state", Order.INTERVAL, "150px");
    column(card -> CardTexts.due(card, today), "due", Order.NEXT_DAY, "150px");
    column(
        card -> CardTexts.easiness(card, fsrs),
        fsrs ? "difficulty" : "easiness",
        Order.EASINESS,
        "120px");
    column(Card::lapses, "lapses", Order.LAPSES, "105px");
    column(card -> CardTexts.seen(card.lastSeen(), today), "seen", Order.LAST_SEEN, "140px");
    setSelectionMode(SelectionMode.MULTI);
    addItemClickListener(
        click -> {
          // Beside a checkbox: meant for that.
          if (click.getColumn() != null) {
            getUI()
                .ifPresent(
                    ui ->
                        ui.navigate(
                            CardView.class, CardView.route(click.getItem().id()), address.get()));
          }
        });
  }

  /** Counts the days in the rows from this one, so that no row has to ask for it. */
  void showOn(LocalDate studyDay) {
    today = studyDay;
  }

  /** What a query asks to be sorted by. */
  static Order order(Query<Card, ?> query) {
    return query.getSortOrders().stream()
        .findFirst()
        .map(order -> Order.valueOf(order.getSorted()))
        .orElse(Order.NEXT_DAY);
  }

  static boolean descending(Query<Card, ?> query) {
    return query.getSortOrders().stream()
        .anyMatch(order -> order.getDirection() == SortDirection.DESCENDING);
  }

  /** Sorts so that what is looked for comes first. */
  final void sort(Order order) {
    Column<Card> column = getColumnByKey(order.name());
    sort(
        order == Order.LAPSES || order == Order.LAST_SEEN
            ? GridSortOrder.desc(column).build()
            : GridSortOrder.asc(column).build());
  }

  private void column(ValueProvider<Card, ?> value, String heading, Order order, String width) {
    wide(addColumn(value), heading, order, width).setClassName("num");
  }

  private Column<Card> wide(Column<Card> column, String heading, Order order, String width) {
    column.getElement().setAttribute("data-wide", true);
    return column
        .setHeader(text("cards.column." + heading))
        .setKey(order.name())
        .setSortProperty(order.name())
        .setSortable(true)
        .setWidth(width)
        .setFlexGrow(0);
  }

  private Component question(Card card) {
    Worded<String> question = CardTexts.question(catalogue, card);
    RouterLink link = new RouterLink(question.text(), CardView.class, CardView.route(card.id()));
    QuizTexts.marked(link, question.language());
    link.setQueryParameters(address.get());
    Div cell = new Div(link);
    cell.addClassName("question-cell");
    CardTexts.keyPoint(catalogue, card)
        .ifPresent(
            point -> {
              Span title = Rich.text(point.text().topicOrTitle(), point.language());
              title.addClassNames("muted", "small");
              cell.add(title);
            });
    cell.add(inBrief(card));
    return cell;
  }

  /** What the other columns say, for where they do not fit. */
  private Component inBrief(Card card) {
    Span figures =
        new Span(
            text(
                "cards.in-brief",
                CardTexts.due(card, today),
                CardTexts.easiness(card, fsrs),
                card.lapses()));
    figures.addClassNames("muted", "small", "num");
    Div brief = state(card);
    brief.addClassName("in-brief");
    brief.add(figures);
    return brief;
  }

  private static Div state(Card card) {
    Div tags = new Div();
    tags.addClassName("tags");
    CardTexts.tags(card).forEach(tags::add);
    return tags;
  }

  /** By an observer of the element alone, once for each: it goes with the element. */
  @Override
  protected void onAttach(AttachEvent attach) {
    super.onAttach(attach);
    getElement()
        .executeJs(
            """
            if (!this.fitting) {
              this.fitting = new ResizeObserver(() => {
                const narrow = matchMedia('(max-width: 720px)').matches;
                this.querySelectorAll('[data-wide]').forEach(column => column.hidden = narrow);
              });
              this.fitting.observe(this);
            }
            """);
  }
}
