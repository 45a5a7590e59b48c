package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.Order;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.LocalDate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
    addColumn(question()).setHeader(text("cards.column.question")).setFlexGrow(1);
    wide(addColumn(state()), "state", Order.INTERVAL, "150px");
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

  /** The question; its key point, and what the other columns say, for where they do not fit. */
  private LitRenderer<Card> question() {
    return LitRenderer.<Card>of(
            """
            <div class="question-cell">
              <a href="${item.href}" lang="${item.question.lang}" router-link>${item.question.text}</a>
              ${item.point.text ? html`<span class="muted small" lang="${item.point.lang}">${item.point.text}</span>` : ''}
              <div class="tags in-brief">${item.tags.map(tag => html`<span class="${tag.styles}">${tag.text}</span>`)}
                <span class="muted small num">${item.brief}</span></div>
            </div>
            """)
        .withProperty("href", this::address)
        .withProperty("question", card -> worded(CardTexts.question(catalogue, card)))
        .withProperty(
            "point",
            card ->
                CardTexts.keyPoint(catalogue, card)
                    .map(CardGrid::topic)
                    .map(CardGrid::worded)
                    .orElseGet(JsonNodeFactory.instance::objectNode))
        .withProperty("tags", CardGrid::tags)
        .withProperty(
            "brief",
            card ->
                text(
                    "cards.in-brief",
                    CardTexts.due(card, today),
                    CardTexts.easiness(card, fsrs),
                    card.lapses()));
  }

  private static LitRenderer<Card> state() {
    return LitRenderer.<Card>of(
            """
            <div class="tags">${item.tags.map(tag => html`<span class="${tag.styles}">${tag.text}</span>`)}</div>
            """)
        .withProperty("tags", CardGrid::tags);
  }

  private String address(Card card) {
    String page =
        RouteConfiguration.forSessionScope().getUrl(CardView.class, CardView.route(card.id()));
    String query = address.get().getQueryString();
    return query.isEmpty() ? page : page + "?" + query;
  }

  private static Worded<String> topic(Worded<KeyPoint> point) {
    return new Worded<>(Markdown.text(point.text().topicOrTitle()), point.language());
  }

  private static ObjectNode worded(Worded<String> worded) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("text", worded.text())
        .put("lang", QuizTexts.language(worded.text(), worded.language()));
  }

  private static ArrayNode tags(Card card) {
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    CardTexts.tags(card)
        .forEach(
            tag ->
                tags.addObject()
                    .put("text", tag.text())
                    .put("styles", "tag " + tag.kind().style()));
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
