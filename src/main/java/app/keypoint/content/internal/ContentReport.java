package app.keypoint.content.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Finding;
import app.keypoint.content.file.QuizFile;
import app.keypoint.content.file.TranslationFile;
import app.keypoint.content.file.TranslationName;
import app.keypoint.content.internal.CatalogueSnapshot.Sources;
import app.keypoint.content.loading.ContentLoaded;
import app.keypoint.content.loading.ContentStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What {@link ContentLoader} found: for administrators, health, the log and the meters. */
@Service
class ContentReport implements ContentStatus {

  private static final Logger log = LoggerFactory.getLogger(ContentReport.class);

  private final String source;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  private volatile Map<String, FileStatus> files = Map.of();
  private volatile Map<String, Place> places = Map.of();
  private volatile @Nullable Leftovers leftovers;

  ContentReport(ContentSources sources, ApplicationEventPublisher events, Clock clock) {
    this.source = sources.description();
    this.events = events;
    this.clock = clock;
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
    return source;
  }

  /** All has been looked into, and what is without an error is served. */
  void broughtIn(List<QuizFile> read, List<TranslationFile> translated, Sources sources) {
    Instant now = clock.instant();
    Map<String, FileStatus> status = new TreeMap<>();
    for (QuizFile file : read) {
      status.put(
          file.name(),
          new FileStatus(
              file.name(),
              file.ok() ? now : loadedAt(file.name()),
              sources.questions().getOrDefault(file.name(), 0),
              file.findings(),
              file.ok(),
              null));
    }
    for (TranslationFile file : translated) {
      int questions = file.translation() == null ? 0 : file.translation().questions().size();
      status.put(
          file.name(),
          new FileStatus(
              file.name(),
              file.ok() ? now : loadedAt(file.name()),
              file.ok() ? questions : 0,
              file.findings(),
              file.ok(),
              state(file, sources)));
    }
    places = places(read);
    publish(status);
  }

  /**
   * What was served before goes on being served.
   *
   * @param names of all that is there now
   * @param current those of them that are served as they are
   */
  void notBroughtIn(
      Set<String> names, Predicate<String> current, Sources sources, RuntimeException e) {
    Map<String, FileStatus> status = new TreeMap<>(files);
    for (String name : names) {
      if (!current.test(name)) {
        status.put(name, late(name, "This could not be brought in: " + e + "."));
      }
    }
    for (String served : sources.questions().keySet()) {
      if (!names.contains(served)) {
        status.put(
            served,
            late(
                served,
                "This is there no longer and could not be taken from learners: " + e + "."));
      }
    }
    if (!status.equals(files)) {
      publish(status);
    }
  }

  /** The folder itself could not be looked into; said once, until it can be again. */
  void unreachable(IOException e) {
    if (files.containsKey(source)) {
      return;
    }
    Map<String, FileStatus> status = new TreeMap<>(files);
    Finding finding =
        Finding.unreadable(
            source,
            "The folder cannot be listed: " + e + ".",
            "Check that it exists and is readable, and the setting keypoint.content.dir."
                + " What was loaded before goes on being served.");
    status.put(source, new FileStatus(source, null, 0, List.of(finding), false, null));
    publish(status);
  }

  void leftOver(int cards) {
    log.warn("Put away {} cards of questions that are not served", cards);
    Leftovers before = leftovers;
    leftovers = new Leftovers(cards + (before == null ? 0 : before.cards()), clock.instant());
  }

  private FileStatus late(String name, String message) {
    FileStatus before = files.get(name);
    Finding finding =
        Finding.unreadable(
            name,
            message,
            "What was served before goes on being served, and it is tried again every few"
                + " seconds. If it stays so, look into the server's log.");
    return new FileStatus(
        name,
        loadedAt(name),
        before == null ? 0 : before.questions(),
        List.of(finding),
        false,
        before == null ? null : before.translation());
  }

  private @Nullable Instant loadedAt(String name) {
    FileStatus before = files.get(name);
    return before == null ? null : before.loadedAt();
  }

  private static TranslationState state(TranslationFile file, Sources sources) {
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
        source,
        findings.stream().filter(finding -> !finding.error()).count());
    events.publishEvent(
        new ContentLoaded(status.size(), ok, status.size() - ok, List.copyOf(findings)));
  }
}
