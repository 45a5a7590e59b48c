package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.progress.HardCard;
import app.keypoint.review.CardState;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;

/** The cards that give the most trouble, without their answers: they are still to be recalled. */
final class HardCardList extends OrderedList {

  HardCardList(List<HardCard> cards) {
    addClassNames("rows", "hard-cards");
    cards.forEach(card -> add(row(card)));
  }

  private static ListItem row(HardCard hard) {
    Worded<Question> asked = QuizTexts.of(hard.question());
    Span question = Rich.text(words(asked.text()), asked.language());
    question.addClassName("prompt");
    Worded<KeyPoint> point = QuizTexts.of(hard.keyPoint());
    Span keyPoint = Rich.text(point.text().topicOrTitle(), point.language());
    keyPoint.addClassNames("muted", "small");
    Div what = new Div(question, keyPoint);
    what.addClassName("stacked");
    Span trouble =
        new Span(
            text("mastery", text("hardest.lapses", hard.card().lapses()), memory(hard.card())));
    trouble.addClassNames("muted", "small", "num");
    return new ListItem(what, trouble);
  }

  private static String words(Question question) {
    return question instanceof Question.Cloze cloze
        ? String.join("…", cloze.texts())
        : question.stem();
  }

  /** What the card's own scheduler keeps of it. */
  private static String memory(CardState card) {
    return card.byFsrs()
        ? text("hardest.fsrs", decimals(card.difficulty(), 1), decimals(card.stability(), 1))
        : text("hardest.easiness", decimals(card.easiness() / 100.0, 2));
  }

  private static String decimals(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
