package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Quiz;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.format.QuizWriter;
import app.keypoint.content.internal.ContentLoader.TakenUp;
import app.keypoint.content.loading.QuizFileTexts;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What is served, as the text of its files where they still say it. */
@Service
@OpenTo(Audience.FEATURES)
class ServedTextsService implements QuizFileTexts {

  private static final Logger log = LoggerFactory.getLogger(ServedTextsService.class);

  private final ContentLoader loader;
  private final ContentSources source;
  private final SourceReader reader;
  private final CatalogueSnapshot catalogue;

  ServedTextsService(
      ContentLoader loader,
      ContentSources source,
      SourceReader reader,
      CatalogueSnapshot catalogue) {
    this.loader = loader;
    this.source = source;
    this.reader = reader;
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> text(String quizId) {
    return loader.betweenLoads(now -> catalogue.quiz(quizId).map(quiz -> text(quiz, now)));
  }

  @Override
  public Optional<Translated> translated(String quizId) {
    return loader.betweenLoads(
        now ->
            catalogue
                .quiz(quizId)
                .map(quiz -> new Translated(text(quiz, now), translations(quizId, now))));
  }

  private static Map<String, String> translations(String quizId, TakenUp now) {
    Map<String, String> texts = new TreeMap<>();
    now.translations()
        .forEach(
            (name, text) -> {
              if (name.original().equals(file(quizId, now))) {
                texts.put(name.language().toLanguageTag(), text);
              }
            });
    return texts;
  }

  private static String file(String quizId, TakenUp now) {
    return now.sources().fileOf().getOrDefault("quiz " + quizId, "");
  }

  /** What is served may be of an earlier text than one that is at fault now. */
  private String text(Quiz quiz, TakenUp now) {
    String name = file(quiz.id(), now);
    ParsedQuiz served = Objects.requireNonNull(catalogue.byFile(now.sources()).get(name));
    try {
      String text = source.text(name);
      // After it was read: what had this stamp is what was taken up, and need not be checked again.
      String stamp = source.stamps().get(name);
      if (stamp != null && stamp.equals(now.stamps().get(name))) {
        return text;
      }
      if (served.equals(reader.parse(name, text).quiz())) {
        return text;
      }
    } catch (IOException e) {
      log.warn("{} cannot be read", name, e);
    }
    return QuizWriter.write(served);
  }
}
