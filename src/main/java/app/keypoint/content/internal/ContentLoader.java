package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.file.Duplicates;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.file.Translation;
import app.keypoint.content.file.TranslationFile;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.format.ParsedQuiz;
import app.keypoint.content.internal.CatalogueSnapshot.Sources;
import app.keypoint.content.internal.SourceReader.QuizRead;
import app.keypoint.content.internal.SourceReader.TranslationRead;
import app.keypoint.content.loading.QuestionHolder;
import app.keypoint.content.loading.TakeUp;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the quiz files, and what authors have published, whenever one of them changed. */
@Service
class ContentLoader implements TakeUp {

  private static final Logger log = LoggerFactory.getLogger(ContentLoader.class);

  /** Whatever was under way when a load ended has ended by then. */
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final ContentSources source;
  private final SourceReader reader;
  private final ObjectProvider<QuestionHolder> holders;
  private final TransactionTemplate outside;
  private final QuizStore store;
  private final CatalogueSnapshot catalogue;
  private final TranslatedTexts translations;
  private final ContentReport report;
  private final Clock clock;

  private volatile TakenUp takenUp =
      new TakenUp(new Sources(Map.of(), Map.of()), Map.of(), Map.of());
  private Map<String, String> seen = Map.of();
  private @Nullable Map<String, String> loaded;
  private @Nullable Instant lookAgain;

  /** Whether a file could not be looked into at all, which may be over a while later. */
  private boolean oneFailed;

  /**
   * What a load took up.
   *
   * @param sources what each file has part in
   * @param stamps of each text that is served as it is
   * @param translations of those that are served, what their files said
   */
  record TakenUp(
      Sources sources, Map<String, String> stamps, Map<TranslationName, String> translations) {

    TakenUp with(Sources others) {
      return new TakenUp(others, stamps, translations);
    }
  }

  ContentLoader(
      ContentSources source,
      SourceReader reader,
      ObjectProvider<QuestionHolder> holders,
      PlatformTransactionManager transactions,
      QuizStore store,
      CatalogueSnapshot catalogue,
      TranslatedTexts translations,
      ContentReport report,
      Clock clock) {
    this.source = source;
    this.reader = reader;
    this.holders = holders;
    this.outside = new TransactionTemplate(transactions);
    outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.store = store;
    this.catalogue = catalogue;
    this.translations = translations;
    this.report = report;
    this.clock = clock;
  }

  /** Serves what was served before, then loads. */
  void first() {
    takenUp = takenUp.with(catalogue.refresh());
    try {
      load(source.stamps());
    } catch (IOException e) {
      unreachable(e);
    } catch (RuntimeException e) {
      // One quiz must not keep the server from starting; the next look tries again.
      log.error("The quizzes cannot be loaded; what was served before goes on being served", e);
    }
  }

  /**
   * Looks whether files changed. A change is taken up once two looks in a row saw the same, for a
   * file that is only half written may well be a valid quiz with half of its questions.
   */
  synchronized void poll() {
    Map<String, String> stamps;
    try {
      stamps = source.stamps();
    } catch (IOException e) {
      unreachable(e);
      return;
    }
    if (!stamps.equals(loaded) && stamps.equals(seen)) {
      load(stamps);
    }
    seen = stamps;
    if (lookAgain != null && !clock.instant().isBefore(lookAgain)) {
      if (!oneFailed) {
        putAwayLeftovers();
        lookAgain = null;
      } else if (stamps.equals(loaded)) {
        load(stamps); // says when to look again; where it fails, the next look tries
      }
    }
  }

  /** Looks at what is served while nothing is loaded. */
  synchronized <T> T betweenLoads(Function<TakenUp, T> look) {
    return look.apply(takenUp);
  }

  /** By transactions of its own, also when the caller's has just been committed. */
  @Override
  @OpenTo(Audience.FEATURES)
  public void now() {
    outside.executeWithoutResult(_ -> takeUp());
  }

  @Override
  @OpenTo(Audience.FEATURES)
  public boolean has(String quizId, String stamp) {
    return stamp.equals(takenUp.stamps().get(ContentSources.name(quizId)));
  }

  @Override
  @OpenTo(Audience.FEATURES)
  public boolean serves(String quizId) {
    return catalogue.published().contains(quizId);
  }

  private synchronized void takeUp() {
    try {
      Map<String, String> stamps = source.stamps();
      if (loaded != null && ContentSources.sameFiles(stamps, loaded) && !stamps.equals(loaded)) {
        load(stamps);
      }
    } catch (IOException e) {
      unreachable(e);
    }
  }

  /** What fails is said where administrators look; what was served before goes on being served. */
  private synchronized void load(Map<String, String> stamps) {
    try {
      bringInAll(stamps);
    } catch (RuntimeException e) {
      report.notBroughtIn(
          stamps.keySet(),
          name -> Objects.equals(stamps.get(name), takenUp.stamps().get(name)),
          takenUp.sources(),
          e);
      throw e;
    }
  }

  private void bringInAll(Map<String, String> stamps) {
    List<QuizRead> looked =
        stamps.entrySet().stream()
            .filter(file -> TranslationName.of(file.getKey()).isEmpty())
            .map(file -> reader.quiz(file.getKey(), file.getValue()))
            .toList();
    boolean failed = looked.stream().anyMatch(QuizRead::failed);
    oneFailed |= failed; // what failed before counts until a load has come to its end
    List<QuizFile> read =
        Duplicates.refused(
            looked.stream().map(QuizRead::file).toList(), takenUp.sources().fileOf());
    reader.keepOnly(stamps.keySet());
    Map<String, ParsedQuiz> quizzes = new TreeMap<>();
    Set<String> untouched = new HashSet<>();
    for (QuizFile file : read) {
      if (file.quiz() != null && file.ok()) {
        quizzes.put(file.name(), file.quiz());
      } else {
        untouched.add(file.name());
      }
    }
    reader.keepPictures();
    store.store(quizzes, untouched);
    Sources sources = catalogue.refresh();
    takenUp = takenUp.with(sources);
    Map<TranslationName, String> texts = new HashMap<>();
    List<TranslationFile> translated = translate(stamps.keySet(), sources, texts);
    takenUp = new TakenUp(sources, takenUp.stamps(), texts); // they are served from here on
    report.broughtIn(read, translated, sources);
    loaded = stamps;
    seen = stamps;
    Set<String> names = new HashSet<>(quizzes.keySet());
    translated.stream().filter(TranslationFile::ok).map(TranslationFile::name).forEach(names::add);
    Map<String, String> served = new HashMap<>(stamps);
    served.keySet().retainAll(names);
    takenUp = new TakenUp(sources, Map.copyOf(served), texts);
    putAwayLeftovers();
    lookAgain = clock.instant().plus(A_MOMENT);
    oneFailed = failed;
  }

  private List<TranslationFile> translate(
      Set<String> names, Sources sources, Map<TranslationName, String> texts) {
    Map<String, ParsedQuiz> served = catalogue.byFile(sources);
    List<TranslationFile> read = new ArrayList<>();
    Map<TranslationName, Translation> translated = new HashMap<>();
    for (String name : names) {
      TranslationName.of(name)
          .ifPresent(
              of -> {
                TranslationRead now = reader.translation(name, of, served.get(of.original()));
                read.add(now.file());
                if (now.file().ok() && now.file().translation() != null) {
                  translated.put(of, now.file().translation());
                  texts.put(of, now.text());
                }
              });
    }
    translations.replace(translated, served);
    return read;
  }

  private void unreachable(IOException e) {
    report.unreachable(e);
    loaded = null; // so that all is loaded once it is back
  }

  /**
   * What was made between the commit and the refresh, for a question that the load took away; a
   * moment later also what a transaction made of one that was still open then.
   */
  private void putAwayLeftovers() {
    Set<String> served =
        catalogue.quizzes().stream()
            .flatMap(quiz -> quiz.questions().stream())
            .map(version -> version.question().id())
            .collect(Collectors.toSet());
    int found = holders.stream().mapToInt(holder -> holder.keepOnly(served)).sum();
    if (found > 0) {
      report.leftOver(found);
    }
  }
}
