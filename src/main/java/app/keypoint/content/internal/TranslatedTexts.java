package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.KeyPoint;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.content.Worded;
import app.keypoint.content.file.Translation;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.format.ParsedQuiz;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Holds what the translations beside the quiz files say, by the very text that each stands for; see
 * ADR 0134.
 */
@Service
@OpenTo(Audience.ANYBODY)
class TranslatedTexts implements Translations {

  private volatile Map<Locale, Texts> languages = Map.of();

  /** What is said in one language; quizzes by id. */
  private record Texts(
      Map<Question, Question> questions,
      Map<KeyPoint, KeyPoint> keyPoints,
      Map<String, Translation> quizzes) {}

  /**
   * Takes over what is in the files now.
   *
   * @param served the originals, by file
   */
  void replace(Map<TranslationName, Translation> translations, Map<String, ParsedQuiz> served) {
    Map<Locale, Texts> now = new HashMap<>();
    translations.forEach(
        (name, translation) -> {
          Texts texts =
              now.computeIfAbsent(
                  name.language(),
                  language -> new Texts(new HashMap<>(), new HashMap<>(), new HashMap<>()));
          texts.questions.putAll(translation.questions());
          texts.keyPoints.putAll(translation.keyPoints());
          texts.quizzes.put(Objects.requireNonNull(served.get(name.original())).id(), translation);
        });
    languages = Map.copyOf(now);
  }

  @Override
  public Worded<Question> of(Question original, Locale wanted) {
    Texts texts = languages.get(wanted);
    return worded(original, texts == null ? null : texts.questions.get(original), wanted);
  }

  @Override
  public Worded<KeyPoint> of(KeyPoint original, Locale wanted) {
    Texts texts = languages.get(wanted);
    return worded(original, texts == null ? null : texts.keyPoints.get(original), wanted);
  }

  @Override
  public Worded<Quiz> of(Quiz original, Locale wanted) {
    Texts texts = languages.get(wanted);
    Translation translation = texts == null ? null : texts.quizzes.get(original.id());
    return worded(
        original,
        translation == null
            ? null
            : new Quiz(
                original.id(),
                translation.title(),
                original.position(),
                original.article().named(translation.article()),
                original.keyPoints(),
                original.questions()),
        wanted);
  }

  @Override
  public Stream<Question> all(Question original) {
    return Stream.concat(
        Stream.of(original),
        languages.values().stream()
            .map(texts -> texts.questions.get(original))
            .filter(Objects::nonNull));
  }

  private static <T> Worded<T> worded(T original, @Nullable T translated, Locale wanted) {
    return translated == null ? new Worded<>(original, ORIGINAL) : new Worded<>(translated, wanted);
  }
}
