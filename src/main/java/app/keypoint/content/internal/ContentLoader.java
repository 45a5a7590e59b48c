package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.ContentLoaded;
import app.keypoint.content.ContentStatus;
import app.keypoint.content.Finding;
import app.keypoint.content.Finding.Severity;
import app.keypoint.content.PublishedQuizzes;
import app.keypoint.content.QuestionHolder;
import app.keypoint.content.Quiz;
import app.keypoint.content.QuizTexts;
import app.keypoint.content.TakeUp;
import app.keypoint.content.file.Duplicates;
import app.keypoint.content.file.PictureNames;
import app.keypoint.content.file.PictureSource;
import app.keypoint.content.file.PicturesBeside;
import app.keypoint.content.file.QuizDraft;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.file.QuizYaml;
import app.keypoint.content.file.Translation;
import app.keypoint.content.file.TranslationFile;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.internal.CatalogueSnapshot.Sources;
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
import org.springframework.context.ApplicationEventPublisher;
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
class ContentLoader implements ContentStatus, TakeUp, QuizTexts, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ContentLoader.class);

  /** Whatever was under way when a load ended has ended by then. */
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final Texts source;
  private final ObjectProvider<QuestionHolder> holders;
  private final Duration interval;
  private final TransactionTemplate outside;
  private final QuizStore store;
  private final PictureRows pictures;
  private final CatalogueSnapshot catalogue;
  private final TranslatedTexts translations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Images of files, until they are kept. */
  private final PicturesBeside beside;

  private Sources sources = new Sources(Map.of(), Map.of());
  private final Map<String, Read> read = new HashMap<>();
  private Map<String, String> seen = Map.of();
  private @Nullable Map<String, String> loaded;

  /** Of each text that is served as it is, its stamp. */
  private volatile Map<String, String> taken = Map.of();

  private volatile Map<String, FileStatus> files = Map.of();
  private volatile Map<String, Place> places = Map.of();
  private volatile @Nullable Leftovers leftovers;
  private @Nullable Instant lookAgain;

  /** Whether a file could not be looked into at all, which may be over a while later. */
  private boolean oneFailed;

  private volatile @Nullable SimpleAsyncTaskScheduler watcher;

  /** A file as it was when it had this stamp. */
  private record Read(String stamp, QuizFile file) {}

  ContentLoader(
      ObjectProvider<QuestionHolder> holders,
      @Value("${keypoint.content.dir:}") String folder,
      @Value("${keypoint.content.poll-interval:2s}") Duration interval,
      ObjectProvider<PublishedQuizzes> published,
      PlatformTransactionManager transactions,
      QuizStore store,
      PictureRows pictures,
      CatalogueSnapshot catalogue,
      TranslatedTexts translations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.holders = holders;
    this.source = new Texts(QuizSource.of(folder), published);
    this.beside = new PicturesBeside(source.files()::image);
    this.outside = new TransactionTemplate(transactions);
    outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    this.interval = interval;
    this.store = store;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.translations = translations;
    this.events = events;
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
  public synchronized Map<String, String> translations(String quizId) {
    String original = sources.fileOf().getOrDefault("quiz " + quizId, "");
    Map<String, String> texts = new TreeMap<>();
    for (FileStatus file : files.values()) {
      TranslationState of = file.translation();
      if (of != null && file.ok() && of.original().equals(original)) {
        try {
          texts.put(of.language().toLanguageTag(), source.text(file.name()));
        } catch (IOException e) {
          log.warn("{} cannot be read", file.name(), e);
        }
      }
    }
    return texts;
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
    return stamp.equals(taken.get(Texts.name(quizId)));
  }

  @Override
  @OpenTo(Audience.FEATURES)
  public boolean serves(String quizId) {
    return catalogue.published().contains(quizId);
  }

  private synchronized void takeUp() {
    try {
      Map<String, String> stamps = source.stamps();
      if (loaded != null && Texts.sameFiles(stamps, loaded) && !stamps.equals(loaded)) {
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
      notBroughtIn(stamps, e);
      throw e;
    }
  }

  private void notBroughtIn(Map<String, String> stamps, RuntimeException e) {
    Map<String, FileStatus> status = new TreeMap<>(files);
    stamps.forEach(
        (name, stamp) -> {
          if (!stamp.equals(taken.get(name))) {
            status.put(
                name, late(name, status.get(name), "This could not be brought in: " + e + "."));
          }
        });
    for (String served : sources.questions().keySet()) {
      if (!stamps.containsKey(served)) {
        String message = "This is there no longer and could not be taken from learners: " + e + ".";
        status.put(served, late(served, status.get(served), message));
      }
    }
    if (!status.equals(files)) {
      publish(status);
    }
  }

  private static FileStatus late(String name, @Nullable FileStatus before, String message) {
    Finding finding =
        problem(
            name,
            message,
            "What was served before goes on being served, and it is tried again every few"
                + " seconds. If it stays so, look into the server's log.");
    return new FileStatus(
        name,
        before == null ? null : before.loadedAt(),
        before == null ? 0 : before.questions(),
        List.of(finding),
        false,
        before == null ? null : before.translation());
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
    report(read, translate(stamps.keySet()));
    loaded = stamps;
    seen = stamps;
    Map<String, String> served = new HashMap<>(stamps);
    served.keySet().retainAll(quizzes.keySet());
    taken = Map.copyOf(served);
    putAwayLeftovers();
    lookAgain = clock.instant().plus(A_MOMENT);
  }

  /** Checked against what is served: that is what they are shown instead of. */
  private List<TranslationFile> translate(Set<String> names) {
    Map<String, QuizDraft> served = catalogue.byFile(sources);
    List<TranslationFile> read = new ArrayList<>();
    Map<TranslationName, Translation> translated = new HashMap<>();
    for (String name : names) {
      TranslationName.of(name)
          .ifPresent(
              of -> {
                TranslationFile file = translation(name, of, served.get(of.original()));
                read.add(file);
                if (file.ok() && file.translation() != null) {
                  translated.put(of, file.translation());
                }
              });
    }
    translations.replace(translated, served);
    return read;
  }

  private TranslationFile translation(
      String name, TranslationName of, @Nullable QuizDraft original) {
    if (original == null) {
      return TranslationFile.orphan(name, of.original());
    }
    try {
      return TranslationFile.parse(name, source.text(name), original);
    } catch (IOException e) {
      return new TranslationFile(name, null, List.of(unreadable(name, e)));
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
          problem(
              name,
              "This could not be looked into: " + e + ".",
              "What was served before goes on being served, and it is tried again every minute."
                  + " If it stays so, look into the server's log.");
      return new QuizFile(name, null, List.of(), List.of(finding));
    }
  }

  private PictureSource pictures(String name, String text) {
    return Texts.isPublished(name)
        ? PictureSource.of(pictures.known(PictureNames.in(text)))
        : beside;
  }

  private void report(List<QuizFile> read, List<TranslationFile> translated) {
    Instant now = clock.instant();
    Map<String, FileStatus> status = new TreeMap<>();
    for (QuizFile file : read) {
      FileStatus before = files.get(file.name());
      status.put(
          file.name(),
          new FileStatus(
              file.name(),
              file.ok() ? now : before == null ? null : before.loadedAt(),
              sources.questions().getOrDefault(file.name(), 0),
              file.findings(),
              file.ok(),
              null));
    }
    for (TranslationFile file : translated) {
      FileStatus before = files.get(file.name());
      int questions = file.translation() == null ? 0 : file.translation().questions().size();
      status.put(
          file.name(),
          new FileStatus(
              file.name(),
              file.ok() ? now : before == null ? null : before.loadedAt(),
              file.ok() ? questions : 0,
              file.findings(),
              file.ok(),
              state(file)));
    }
    places = places(read);
    publish(status);
  }

  private TranslationState state(TranslationFile file) {
    TranslationName of = TranslationName.of(file.name()).orElseThrow();
    return new TranslationState(
        of.language(),
        of.original(),
        sources.questions().getOrDefault(of.original(), 0),
        file.translation() == null ? 0 : file.translation().stale());
  }

  /** By what stands there, such as {@code question osg-001}. */
  private static Map<String, Place> places(List<QuizFile> read) {
    Map<String, Place> places = new HashMap<>();
    for (QuizFile file : read) {
      file.ids().forEach(id -> places.putIfAbsent(id.what(), new Place(file.name(), id.line())));
    }
    return places;
  }

  private void unreachable(IOException e) {
    String name = source.description();
    if (!files.containsKey(name)) {
      Map<String, FileStatus> status = new TreeMap<>(files);
      Finding finding =
          problem(
              name,
              "The folder cannot be listed: " + e + ".",
              "Check that it exists and is readable, and the setting keypoint.content.dir."
                  + " What was loaded before goes on being served.");
      status.put(name, new FileStatus(name, null, 0, List.of(finding), false, null));
      publish(status);
    }
    loaded = null; // so that all is loaded once it is back
  }

  private void publish(Map<String, FileStatus> status) {
    files = status;
    List<Finding> findings = new ArrayList<>();
    status.values().forEach(file -> findings.addAll(file.findings()));
    findings.stream().filter(Finding::error).forEach(finding -> log.error("{}", finding));
    int ok = (int) status.values().stream().filter(FileStatus::ok).count();
    log.info(
        "{} of {} quiz files loaded from {}, {} warnings",
        ok,
        status.size(),
        source.description(),
        findings.stream().filter(finding -> !finding.error()).count());
    events.publishEvent(
        new ContentLoaded(status.size(), ok, status.size() - ok, List.copyOf(findings)));
  }

  private static Finding unreadable(String name, IOException e) {
    return problem(
        name,
        "The file could not be read: " + e.getMessage() + ".",
        "Check that it is readable and saved as UTF-8.");
  }

  private static Finding problem(String file, String message, String advice) {
    return new Finding(Severity.ERROR, file, 1, 1, null, "unreadable", message, advice);
  }

  @Override
  @OpenTo(Audience.ADMINISTRATORS)
  public List<FileStatus> files() {
    return List.copyOf(files.values());
  }

  @Override
  @OpenTo(Audience.ADMINISTRATORS)
  public Optional<Place> placeOf(String questionId) {
    return Optional.ofNullable(places.get("question " + questionId));
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
      log.warn("Put away {} cards of questions that are not served", found);
      leftovers =
          new Leftovers(found + (leftovers == null ? 0 : leftovers.cards()), clock.instant());
    }
  }

  @Override
  @OpenTo(Audience.ADMINISTRATORS)
  public Optional<Leftovers> leftovers() {
    return Optional.ofNullable(leftovers);
  }

  @Override
  @OpenTo(Audience.ADMINISTRATORS)
  public boolean ok() {
    return files.values().stream().allMatch(FileStatus::ok);
  }

  @Override
  @OpenTo(Audience.ADMINISTRATORS)
  public String source() {
    return source.description();
  }
}
