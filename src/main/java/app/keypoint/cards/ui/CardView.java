package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.History;
import app.keypoint.cards.Cards.State;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.ui.LeechNote;
import app.keypoint.review.ui.ReviewTexts;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Stat;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One card: where it stands, how it came there, and what can be done with it. */
@Route("cards/:cardId([0-9]{1,18})")
@PermitAll
class CardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final Cards cards;
  private final ReviewSettings settings;
  private final Catalogue catalogue;
  private final CurrentAccount current;
  private final Clock clock;
  private final CardActing acting;
  private long cardId;
  private QueryParameters list = QueryParameters.empty();

  CardView(
      Cards cards,
      Reviewing reviewing,
      ReviewSettings settings,
      Catalogue catalogue,
      CurrentAccount current,
      Clock clock) {
    this.cards = cards;
    this.settings = settings;
    this.catalogue = catalogue;
    this.current = current;
    this.clock = clock;
    acting = new CardActing(reviewing, current, this::show);
    addClassName("card-view");
  }

  /** The parameters that lead to a card. */
  static RouteParameters route(long cardId) {
    return new RouteParameters(new RouteParam("cardId", cardId));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    cardId = event.getRouteParameters().getLong("cardId").orElseThrow();
    list = event.getLocation().getQueryParameters();
    show();
  }

  @Override
  public String getPageTitle() {
    return text("cards.one");
  }

  private void show() {
    Account learner = current.get();
    History history = cards.history(learner, cardId);
    Card card = history.card();
    LocalDate today = learner.today(clock);
    boolean fsrs = settings.of(learner.id()).algorithm() == Algorithm.FSRS;
    removeAll();
    RouterLink back = new RouterLink(text("cards.back"), CardsView.class);
    back.setQueryParameters(list);
    back.addClassName("back");
    Worded<String> question = CardTexts.question(catalogue, card);
    PageHeader header =
        new PageHeader(
            QuizTexts.marked(new H1(question.text()), question.language()),
            quizTitle(card),
            acting.undoButton());
    header.addClassName("question-head");
    add(back, header);
    CardTexts.picture(catalogue, card).ifPresent(this::add);
    if (card.leech()) {
      add(new LeechNote(card.lapses(), "cards.leech-text", leechActions(card), this::act));
    }
    CardTexts.keyPoint(catalogue, card).ifPresent(point -> add(keyPoint(point, card.leech())));
    add(
        figures(card, fsrs, today),
        actions(card, today),
        easiness(history, fsrs),
        new CardHistory(history, fsrs, learner.calendar().zone()));
  }

  private String quizTitle(Card card) {
    return catalogue
        .question(card.questionId())
        .map(QuestionVersion::quizId)
        .flatMap(catalogue::quiz)
        .map(QuizTexts::title)
        .orElse("");
  }

  /** Shut unless the card needs it: it may give away the answer. */
  private static Component keyPoint(Worded<KeyPoint> point, boolean open) {
    Paragraph words = new Paragraph();
    words.add(Rich.html(point.text().text(), point.language()));
    NativeDetails details =
        new NativeDetails(
            QuizTexts.around(
                Markdown.text(point.text().topicOrTitle()), point.language(), "cards.key-point"),
            words);
    details.setOpen(open);
    details.addClassNames("card", "key-point");
    return details;
  }

  private static Component figures(Card card, boolean fsrs, LocalDate today) {
    Div state = new Div();
    state.addClassName("tags");
    CardTexts.tags(card).forEach(each -> state.add(each.tag()));
    Div figures =
        new Div(
            new Stat(CardTexts.due(card, today), text("cards.column.due")),
            new Stat(text("cards.interval", card.intervalDays()), text("cards.column.interval")),
            new Stat(
                CardTexts.easiness(card, fsrs),
                text(fsrs ? "cards.column.difficulty" : "cards.column.easiness")),
            new Stat(text("cards.number", card.lapses()), text("cards.column.lapses")),
            new Stat(CardTexts.seen(card.lastSeen(), today), text("cards.column.seen")));
    if (fsrs && card.stability() > 0) {
      figures.addComponentAtIndex(
          3, new Stat(CardTexts.stability(card), text("cards.column.stability")));
    }
    figures.addClassName("stats");
    Section section = new Section(state, figures);
    section.addClassName("card");
    return section;
  }

  private Component actions(Card card, LocalDate today) {
    List<StepKind> offered = new ArrayList<>();
    if (card.state() == State.SUSPENDED || card.state() == State.PUT_OFF) {
      offered.add(StepKind.RESUME);
    }
    LocalDate next = card.nextDay();
    if (card.state() == State.NEW || next != null && !next.isAfter(today)) {
      offered.add(StepKind.BURY);
    }
    if (card.state() != State.SUSPENDED) {
      offered.add(StepKind.SUSPEND);
    }
    if (card.lastSeen() != null) {
      offered.add(StepKind.RESET);
    }
    if (card.leech()) {
      offered.removeAll(leechActions(card));
    }
    Div actions = new Div();
    actions.addClassNames("actions", "card-actions");
    offered.forEach(action -> actions.add(button(action)));
    return actions;
  }

  private static List<StepKind> leechActions(Card card) {
    return card.state() == State.SUSPENDED
        ? List.of(StepKind.RESET)
        : List.of(StepKind.SUSPEND, StepKind.RESET);
  }

  private Component easiness(History history, boolean fsrs) {
    Section section =
        new Section(
            new H2(text("cards.easiness." + (fsrs ? "fsrs" : "sm2"))),
            new Paragraph(text("cards.easiness." + (fsrs ? "fsrs-rule" : "sm2-rule"))),
            new Paragraph(EasinessTexts.sum(history, fsrs)));
    if (EasinessTexts.resettable(history.card())) {
      section.add(button(StepKind.EASE));
    }
    section.addClassNames("card", "easiness");
    return section;
  }

  private NativeButton button(StepKind action) {
    NativeButton button =
        new NativeButton(ReviewTexts.text("action." + action), click -> act(action));
    button.addClassName("btn");
    return button;
  }

  private void act(StepKind action) {
    acting.act(List.of(cardId), action);
  }
}
