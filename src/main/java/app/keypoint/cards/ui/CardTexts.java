package app.keypoint.cards.ui;

import app.keypoint.cards.Cards.Card;
import app.keypoint.cards.Cards.State;
import app.keypoint.content.Catalogue;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.PictureFigure;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the screens about cards say of one, in the language of the page. */
final class CardTexts {

  static final String NONE = "–";

  private static final int DAYS_OF_A_WEEK = 7;

  /** What a tag says, and how. */
  record TagText(String text, Tag.Kind kind) {

    Tag tag() {
      return new Tag(text, kind);
    }
  }

  private CardTexts() {}

  static String text(String key, Object... arguments) {
    return I18NProvider.translate(locale(), key, arguments);
  }

  /** The question as it is asked, in words alone. */
  static Worded<String> question(Catalogue catalogue, Card card) {
    return catalogue
        .question(card.questionId())
        .map(version -> QuizTexts.of(version.question()))
        .map(asked -> new Worded<>(Markdown.text(asked.text().prompt()), asked.language()))
        .orElseGet(() -> new Worded<>(card.questionId(), locale()));
  }

  /** The image of the question, if it has one. */
  static Optional<PictureFigure> picture(Catalogue catalogue, Card card) {
    return catalogue
        .question(card.questionId())
        .map(QuestionVersion::question)
        .flatMap(question -> PictureFigure.of(QuizTexts.of(question), question));
  }

  static Optional<Worded<KeyPoint>> keyPoint(Catalogue catalogue, Card card) {
    return catalogue
        .question(card.questionId())
        .flatMap(version -> catalogue.keyPoint(version.question().keyPointId()))
        .map(QuizTexts::of);
  }

  /** The state and, where it is one, that the card is a leech. */
  static List<TagText> tags(Card card) {
    TagText state = new TagText(state(card.state()), kind(card.state()));
    return card.leech()
        ? List.of(state, new TagText(text("cards.leech"), Tag.Kind.BAD))
        : List.of(state);
  }

  static String state(State state) {
    return text("cards.state." + state);
  }

  private static Tag.Kind kind(State state) {
    return switch (state) {
      case MATURE, YOUNG -> Tag.Kind.OK;
      case LEARNING -> Tag.Kind.WARN;
      case NEW, PUT_OFF, SUSPENDED -> Tag.Kind.PLAIN;
    };
  }

  /** When a card comes up: "today", "3 days late", "Mon 30 Nov". */
  static String due(Card card, LocalDate today) {
    LocalDate day = card.nextDay();
    if (day == null) {
      return text(card.state() == State.SUSPENDED ? "cards.due.suspended" : "cards.due.new");
    }
    long days = day.toEpochDay() - today.toEpochDay();
    if (days < 0) {
      return text("cards.due.late", -days);
    }
    return days > 1 ? date(day, today) : text(days == 0 ? "cards.due.today" : "cards.due.tomorrow");
  }

  /** When a card was last answered: "yesterday", "3 days ago", "Mon 9 Nov". */
  static String seen(@Nullable LocalDate day, LocalDate today) {
    if (day == null) {
      return text("cards.seen.never");
    }
    long days = today.toEpochDay() - day.toEpochDay();
    return days < DAYS_OF_A_WEEK ? text("cards.seen.days", Math.max(0, days)) : date(day, today);
  }

  private static String date(LocalDate day, LocalDate today) {
    String pattern =
        text(day.getYear() == today.getYear() ? "cards.day-format" : "cards.year-format");
    return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
  }

  /** Easiness, or the difficulty that stands for it under FSRS once a card was answered. */
  static String easiness(Card card, boolean fsrs) {
    if (!fsrs) {
      return easiness(card.easiness());
    }
    return card.difficulty() > 0 ? difficulty(card.difficulty()) : NONE;
  }

  static String easiness(int hundredths) {
    return decimals(hundredths / 100.0, 2);
  }

  /** How long until recall falls to nine in ten. */
  static String stability(Card card) {
    return text("cards.stability", decimals(card.stability(), 1));
  }

  static String difficulty(double difficulty) {
    return decimals(difficulty, 1);
  }

  private static String decimals(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  static Locale locale() {
    return UI.getCurrent().getLocale();
  }
}
