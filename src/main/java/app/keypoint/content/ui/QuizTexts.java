package app.keypoint.content.ui;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.OriginalLanguage;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.content.Translations;
import app.keypoint.content.Worded;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinService;
import java.util.Locale;

/**
 * The words of quizzes in the language of the page, as {@code getTranslation} gives those of the
 * program; what is not in that language is marked, so that voices and fonts know (WCAG 3.1.2).
 */
public final class QuizTexts {

  /** Where the words go in a text around them; no text holds it. */
  private static final String GAP = "\uE000";

  private QuizTexts() {}

  public static Worded<Question> of(Question question) {
    return translations().of(question, page());
  }

  public static Worded<KeyPoint> of(KeyPoint keyPoint) {
    return translations().of(keyPoint, page());
  }

  public static Worded<Quiz> of(Quiz quiz) {
    return translations().of(quiz, page());
  }

  /** A quiz's title, for where no element can be marked. */
  public static String title(Quiz quiz) {
    return of(quiz).text().title();
  }

  /** A quiz's title as an element of its own. */
  public static Span titleOf(Quiz quiz) {
    Worded<Quiz> worded = of(quiz);
    return marked(new Span(worded.text().title()), worded.language());
  }

  /** The question as it was shown when it was so answered. */
  public static Question shown(Question question, Response response) {
    return translations().shown(question, response);
  }

  /**
   * The words in which to show an answer: those of the page, but of several blanks those in which
   * they were filled, since each language has an order of its own.
   */
  public static Worded<Question> answered(Question question, Response response) {
    return response instanceof Response.Typed typed && typed.texts().size() > 1
        ? translations().of(question, typed.language())
        : of(question);
  }

  /** Says that a component's text is in a language, unless that is the page's own. */
  public static <C extends Component> C marked(C component, Locale language) {
    return marked(component, component.getElement().getTextRecursively(), language);
  }

  /** The same where the component shows a text otherwise than as text of its own. */
  static <C extends Component> C marked(C component, String text, Locale language) {
    Locale spoken = OriginalLanguage.of(text, language);
    if (foreign(spoken)) {
      component.getElement().setAttribute("lang", spoken.toLanguageTag());
    }
    return component;
  }

  /** The language to say of a text that the page draws from a value. */
  public static String language(String text, Locale language) {
    return OriginalLanguage.of(text, language).toLanguageTag();
  }

  /**
   * A text of the program around words of a quiz.
   *
   * @param key of a text whose argument 0 is the words
   */
  public static Span around(String words, Locale language, String key, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    System.arraycopy(more, 0, arguments, 1, more.length);
    arguments[0] = foreign(OriginalLanguage.of(words, language)) ? GAP : words;
    String text = UI.getCurrent().getTranslation(key, arguments);
    int gap = text.indexOf(GAP);
    return gap < 0
        ? new Span(text)
        : new Span(
            new Text(text.substring(0, gap)),
            marked(new Span(words), language),
            new Text(text.substring(gap + 1)));
  }

  private static boolean foreign(Locale language) {
    return !language.getLanguage().equals(page().getLanguage());
  }

  private static Translations translations() {
    return VaadinService.getCurrent().getInstantiator().getOrCreate(Translations.class);
  }

  private static Locale page() {
    return UI.getCurrent().getLocale();
  }
}
