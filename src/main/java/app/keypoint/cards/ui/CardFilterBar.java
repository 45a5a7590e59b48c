package app.keypoint.cards.ui;

import static app.keypoint.cards.ui.CardTexts.text;

import app.keypoint.cards.Cards;
import app.keypoint.cards.Cards.Filter;
import app.keypoint.cards.Cards.State;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses which cards to show, and says so in an address. */
class CardFilterBar extends Div {

  private static final String STATE = "state";
  private static final String LEECHES = "leeches";
  private static final String QUIZ = "quiz";
  private static final String TEXT = "text";

  private final TextField words = new TextField();
  private final Select<State> states = new Select<>();
  private final Select<Quiz> quizzes = new Select<>();
  private final Checkbox leeches = new Checkbox();
  private final List<Quiz> served;

  /**
   * @param onChange called when the learner chooses otherwise
   */
  CardFilterBar(List<Quiz> served, Consumer<Filter> onChange) {
    this.served = served;
    addClassNames("toolbar", "card-filter");
    words.setPlaceholder(text("cards.search"));
    words.setAriaLabel(text("cards.search"));
    words.setClearButtonVisible(true);
    words.setMaxLength(Cards.MAX_SEARCH);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    states.setAriaLabel(text("cards.column.state"));
    states.setEmptySelectionAllowed(true);
    states.setEmptySelectionCaption(text("cards.state.all"));
    states.setItems(
        State.NEW, State.LEARNING, State.YOUNG, State.MATURE, State.PUT_OFF, State.SUSPENDED);
    states.setItemLabelGenerator(
        state -> state == null ? text("cards.state.all") : CardTexts.state(state));
    quizzes.setAriaLabel(text("cards.quiz"));
    quizzes.setEmptySelectionAllowed(true);
    quizzes.setEmptySelectionCaption(text("cards.quiz.all"));
    quizzes.setItems(served);
    quizzes.setItemLabelGenerator(
        quiz -> quiz == null ? text("cards.quiz.all") : QuizTexts.title(quiz));
    leeches.setLabel(text("cards.only-leeches"));
    words.addValueChangeListener(change -> tell(change.isFromClient(), onChange));
    states.addValueChangeListener(change -> tell(change.isFromClient(), onChange));
    quizzes.addValueChangeListener(change -> tell(change.isFromClient(), onChange));
    leeches.addValueChangeListener(change -> tell(change.isFromClient(), onChange));
    add(words, states, quizzes, leeches);
  }

  private void tell(boolean chosen, Consumer<Filter> onChange) {
    if (chosen) {
      onChange.accept(filter());
    }
  }

  Filter filter() {
    Quiz quiz = quizzes.getValue();
    return new Filter(
        states.getValue(),
        leeches.getValue(),
        quiz == null ? null : quiz.id(),
        words.getValue().strip());
  }

  /** Shows what an address asks for; what it does not know counts as not asked for. */
  void show(QueryParameters address) {
    words.setValue(
        address
            .getSingleParameter(TEXT)
            .filter(text -> text.length() <= Cards.MAX_SEARCH)
            .orElse(""));
    states.setValue(address.getSingleParameter(STATE).map(CardFilterBar::state).orElse(null));
    quizzes.setValue(
        address
            .getSingleParameter(QUIZ)
            .flatMap(id -> served.stream().filter(quiz -> quiz.id().equals(id)).findFirst())
            .orElse(null));
    leeches.setValue(address.getSingleParameter(LEECHES).isPresent());
  }

  private static @Nullable State state(String name) {
    Optional<State> known =
        Arrays.stream(State.values()).filter(state -> state.name().equals(name)).findFirst();
    return known.orElse(null);
  }

  /** An address that asks for the same. */
  QueryParameters address() {
    Filter filter = filter();
    Map<String, String> asked = new LinkedHashMap<>();
    if (filter.state() != null) {
      asked.put(STATE, filter.state().name());
    }
    if (filter.leeches()) {
      asked.put(LEECHES, "1");
    }
    if (filter.quizId() != null) {
      asked.put(QUIZ, filter.quizId());
    }
    if (!filter.text().isEmpty()) {
      asked.put(TEXT, filter.text());
    }
    return QueryParameters.simple(asked);
  }
}
