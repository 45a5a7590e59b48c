package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Finding;
import app.keypoint.content.Quiz;
import app.keypoint.content.file.Duplicates;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.file.Translation;
import app.keypoint.content.file.TranslationFile;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.format.QuizDraft;
import app.keypoint.content.format.QuizYaml;
import app.keypoint.content.internal.CatalogueSnapshot.Sources;
import app.keypoint.content.internal.picture.PictureRows;
import app.keypoint.content.loading.QuestionHolder;
import app.keypoint.content.loading.QuizFileTexts;
import app.keypoint.content.loading.TakeUp;
import app.keypoint.content.picture.PictureNames;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.content.picture.PicturesBeside;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the quiz files, and what authors have published, before the first request, and again
 * whenever one changes.
 */
@Service
class ContentLoader implements TakeUp, QuizFileTexts, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ContentLoader.class);

  /** Whatever was under way when a load ended has ended by then. */
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final ContentSources source;
  private final ObjectProvider<QuestionHolder> holders;
  private final Duration interval;
  private final TransactionTemplate outside;
  private final QuizStore store;
  private final PictureRows pictures;
  private final CatalogueSnapshot catalogue;
  private final TranslatedTexts translations;
  private final ContentReport report;
  private final Clock clock;

  /** Images of files, until they are kept. */
  private final PicturesBeside beside;

  private Sources sources = new Sources(Map.of(), Map.of());
  private final Map<String, Read> read = new HashMap<>();
  private Map<String, String> seen = Map.of();
  private @Nullable Map<String, String> loaded;

  /** Of each text that is served as it is, its stamp. */
  private volatile Map<String, String> taken = Map.of();

  /** Of the translations that are served, what their files said when they were taken up. */
  private Map<TranslationName, String> translationTexts = Map.of();

  private @Nullable Instant lookAgain;

  /** Whether a file could not be looked into at all, which may be over a while later. */
  private boolean oneFailed;

  private volatile @Nullable SimpleAsyncTaskScheduler watcher;

  /** A file as it was when it had this stamp. */
  private record Read(String stamp, QuizFile file) {}

  /** A translation with what its file said; empty when that was not read. */
  private record TranslationRead(String text, TranslationFile file) {}

  ContentLoader(
      ObjectProvider<QuestionHolder> holders,
      ContentSources source,
      @Value("${keypoint.content.poll-interval:2s}") Duration interval,
      PlatformTransactionManager transactions,
      QuizStore store,
      PictureRows pictures,
      CatalogueSnapshot catalogue,
      TranslatedTexts translations,
      ContentReport report,
      Clock clock) {
    this.holders = holders;
    this.source = source;
    this.beside = new PicturesBeside(source.files()::image);
    this.outside = new TransactionTemplate(transactions);
    outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.interval = interval;
    this.store = store;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.translations = translations;
    this.report = report;
    this.clock = clock;
  }

  @Override
  public void start() {
    sources = catalogue.refresh();
    try {
      load(source.stamps());
    } catch (IOException e) {
      unreachable(e);
    } catch (RuntimeException e) {
      // One quiz must not keep the server from starting; the next look tries again.
      log.error("The quizzes cannot be loaded; what was served before goes on being served", e);
    }
    SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    scheduler.setThreadNamePrefix("content-");
    scheduler.setVirtualThreads(true);
    watcher = scheduler;
    scheduler.scheduleWithFixedDelay(this::watch, interval);
  }

  /** Never in the middle of a look: closing interrupts, and that would close H2's file. */
  @Override
  public synchronized void stop() {
    if (watcher != null) {
      watcher.close();
      watcher = null;
    }
  }

  private synchronized void watch() {
    if (isRunning()) {
      poll();
    }
  }

  @Override
  public boolean isRunning() {
    return watcher != null;
  }

  /** Starts before the web server does and stops after it. */
  @Override
  public int getPhase() {
    return 0;
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

  @Override
  @OpenTo(Audience.FEATURES)
  public synchronized Optional<String> text(String quizId) {
    return catalogue.quiz(quizId).map(quiz -> text(quiz));
  }

  /** What is served may be of an earlier text than one that is at fault now. */
  private String text(Quiz quiz) {
    String name = sources.fileOf().getOrDefault("quiz " + quiz.id(), "");
    QuizDraft served = Objects.requireNonNull(catalogue.byFile(sources).get(name));
    try {
      String text = source.text(name);
      // After it was read: what had this stamp is what was taken up, and need not be checked again.
      String stamp = source.stamps().get(name);
      if (stamp != null && stamp.equals(taken.get(name))) {
        return text;
      }
      QuizFile now = QuizFile.parse(name, text, pictures(name, text));
      if (served.equals(now.quiz())) {
        return text;
      }
    } catch (IOException e) {
      log.warn("{} cannot be read", name, e);
    }
    return QuizYaml.write(served);
  }

  @Override
  @OpenTo(Audience.FEATURES)
  public synchronized Optional<Translated> translated(String quizId) {
    String original = sources.fileOf().getOrDefault("quiz " + quizId, "");
    Map<String, String> texts = new TreeMap<>();
    translationTexts.forEach(
        (name, text) -> {
          if (name.original().equals(original)) {
            texts.put(name.language().toLanguageTag(), text);
          }
        });
    return catalogue.quiz(quizId).map(quiz -> new Translated(text(quiz), texts));
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
    return stamp.equals(taken.get(ContentSources.name(quizId)));
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
      bringIn(stamps);
    } catch (RuntimeException e) {
      report.notBroughtIn(
          stamps.keySet(), name -> Objects.equals(stamps.get(name), taken.get(name)), sources, e);
      throw e;
    }
  }

  private void bringIn(Map<String, String> stamps) {
    boolean failedBefore = oneFailed;
    boolean done = false;
    oneFailed = false;
    try {
      bringInAll(stamps);
      done = true;
    } finally {
      oneFailed |= failedBefore && !done;
    }
  }

  private void bringInAll(Map<String, String> stamps) {
    List<QuizFile> read =
        Duplicates.refused(
            stamps.entrySet().stream()
                .filter(file -> TranslationName.of(file.getKey()).isEmpty())
                .map(file -> read(file.getKey(), file.getValue()))
                .toList(),
            sources.fileOf());
    this.read.keySet().retainAll(stamps.keySet());
    Map<String, QuizDraft> quizzes = new TreeMap<>();
    Set<String> untouched = new HashSet<>();
    for (QuizFile file : read) {
      if (file.quiz() != null && file.ok()) {
        quizzes.put(file.name(), file.quiz());
      } else {
        untouched.add(file.name());
      }
    }
    pictures.keep(beside.found());
    beside.forget();
    store.store(quizzes, untouched);
    sources = catalogue.refresh();
    List<TranslationFile> translated = translate(stamps.keySet());
    report.broughtIn(read, translated, sources);
    loaded = stamps;
    seen = stamps;
    Set<String> names = new HashSet<>(quizzes.keySet());
    translated.stream().filter(TranslationFile::ok).map(TranslationFile::name).forEach(names::add);
    Map<String, String> served = new HashMap<>(stamps);
    served.keySet().retainAll(names);
    taken = Map.copyOf(served);
    putAwayLeftovers();
    lookAgain = clock.instant().plus(A_MOMENT);
  }

  /** Checked against what is served: that is what they are shown instead of. */
  private List<TranslationFile> translate(Set<String> names) {
    Map<String, QuizDraft> served = catalogue.byFile(sources);
    List<TranslationFile> read = new ArrayList<>();
    Map<TranslationName, Translation> translated = new HashMap<>();
    Map<TranslationName, String> texts = new HashMap<>();
    for (String name : names) {
      TranslationName.of(name)
          .ifPresent(
              of -> {
                TranslationRead now = translation(name, of, served.get(of.original()));
                read.add(now.file);
                if (now.file.ok() && now.file.translation() != null) {
                  translated.put(of, now.file.translation());
                  texts.put(of, now.text);
                }
              });
    }
    translations.replace(translated, served);
    translationTexts = texts;
    return read;
  }

  private TranslationRead translation(
      String name, TranslationName of, @Nullable QuizDraft original) {
    if (original == null) {
      return new TranslationRead("", TranslationFile.orphan(name, of.original()));
    }
    try {
      String text = source.text(name);
      return new TranslationRead(text, TranslationFile.parse(name, text, original));
    } catch (IOException e) {
      return new TranslationRead("", new TranslationFile(name, null, List.of(unreadable(name, e))));
    }
  }

  /** What has the same stamp is the same, and need not be checked again. */
  private QuizFile read(String name, String stamp) {
    Read before = read.get(name);
    if (before != null && before.stamp.equals(stamp)) {
      return before.file;
    }
    QuizFile now = read(name);
    if (now.quiz() != null) {
      read.put(name, new Read(stamp, now));
    }
    return now;
  }

  private QuizFile read(String name) {
    try {
      String text = source.text(name);
      return QuizFile.parse(name, text, pictures(name, text));
    } catch (IOException e) {
      return new QuizFile(name, null, List.of(), List.of(unreadable(name, e)));
    } catch (RuntimeException e) {
      // Whatever one author wrote, the quizzes of all others are taken up.
      log.error("{} cannot be looked into", name, e);
      oneFailed = true;
      Finding finding =
          Finding.unreadable(
              name,
              "This could not be looked into: " + e + ".",
              "What was served before goes on being served, and it is tried again every minute."
                  + " If it stays so, look into the server's log.");
      return new QuizFile(name, null, List.of(), List.of(finding));
    }
  }

  private PictureSource pictures(String name, String text) {
    return ContentSources.isPublished(name)
        ? PictureSource.of(pictures.known(PictureNames.in(text)))
        : beside;
  }

  private void unreachable(IOException e) {
    report.unreachable(e);
    loaded = null; // so that all is loaded once it is back
  }

  private static Finding unreadable(String name, IOException e) {
    return Finding.unreadable(
        name,
        "The file could not be read: " + e.getMessage() + ".",
        "Check that it is readable and saved as UTF-8.");
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
