package app.keypoint.authoring.internal.publishing;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftCheck;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Edition;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemChange.Change;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.DraftReader;
import app.keypoint.authoring.internal.ItemEntity;
import app.keypoint.authoring.internal.ItemRepository;
import app.keypoint.authoring.internal.Printable;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.authoring.internal.files.DraftFile;
import app.keypoint.authoring.internal.pictures.QuizPictures;
import app.keypoint.authoring.internal.publishing.EditionRepository.Told;
import app.keypoint.content.ServedQuestions;
import app.keypoint.content.loading.QuestionHolder;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class PublishingService implements Publishing {

  /** The last editions, whose texts stand for themselves. Older ones are seldom looked at. */
  static final int UNPACKED = 20;

  /** It is one or two each time, unless editions were not packed so far. */
  private static final int PACKED_AT_ONCE = 20;

  private final QuizAccess access;
  private final DraftReader reader;
  private final QuizPictures pictures;
  private final ItemRepository items;
  private final EditionRepository editions;
  private final ObjectProvider<QuestionHolder> holders;
  private final ServedQuestions served;
  private final AfterCommit afterCommit;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  PublishingService(
      QuizAccess access,
      DraftReader reader,
      QuizPictures pictures,
      ItemRepository items,
      EditionRepository editions,
      ObjectProvider<QuestionHolder> holders,
      ServedQuestions served,
      AfterCommit afterCommit,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.access = access;
    this.reader = reader;
    this.pictures = pictures;
    this.items = items;
    this.editions = editions;
    this.holders = holders;
    this.served = served;
    this.afterCommit = afterCommit;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Preview preview(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.EDIT);
    DraftFile file = file(listed, instructorId);
    String now = servedText(listed.quiz());
    ItemChanges differences = new ItemChanges(now, file.yaml());
    List<String> ids = List.copyOf(differences.ids());
    Map<String, Integer> learners = new HashMap<>();
    holders.forEach(
        holder -> holder.kept(ids).forEach((id, n) -> learners.merge(id, n, Integer::sum)));
    return new Preview(
        mark(listed.quiz(), file),
        file.check(pictures.of(draftId, file.yaml())),
        new Comparison(
            differences.all(served.seriesOf(ids), learners).stream()
                .filter(part -> part.kind() == ItemKind.QUESTION || part.change() != Change.NONE)
                .toList(),
            differences.reordered()));
  }

  private DraftFile file(Listed listed, long instructorId) {
    return new DraftFile(listed.quiz().id(), reader.draft(listed, instructorId).items());
  }

  private @Nullable String servedText(QuizEntity quiz) {
    return quiz.published() == null ? null : editions.servedText(quiz.id()).orElse(null);
  }

  private static String mark(QuizEntity quiz, DraftFile file) {
    String all = quiz.published() + "\n" + file.yaml();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public Edition publish(long instructorId, String draftId, String mark, String note) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    DraftFile file = file(access.require(instructorId, draftId, Right.EDIT), instructorId);
    if (!mark(quiz, file).equals(mark)) {
      throw new Changed(draftId);
    }
    DraftCheck check = file.check(pictures.of(draftId, file.yaml()));
    if (!check.publishable()) {
      throw new NotPublishable(draftId);
    }
    EditionEntity edition = keep(quiz, file.yaml(), instructorId, Printable.line(note), null);
    quiz.publish(edition.edition);
    audit.record(AuditNote.of(AuditKind.QUIZ_PUBLISHED).with(quiz.title()));
    afterCommit.takeUp();
    return told(
        new Told(edition.edition, instructorId, edition.publishedAt, edition.note, true, true),
        accounts.byIds(List.of(instructorId)));
  }

  private EditionEntity keep(
      QuizEntity quiz, String yaml, long by, String note, @Nullable String parts) {
    int number =
        1
            + editions
                .findFirstByQuizIdOrderByEditionDesc(quiz.id())
                .map(last -> last.edition)
                .orElse(0);
    // What is served by now other servers may yet have to read.
    editions
        .unpacked(
            quiz.id(),
            number - UNPACKED,
            quiz.published() == null ? 0 : quiz.published(),
            Limit.of(PACKED_AT_ONCE))
        .forEach(EditionEntity::pack);
    return editions.save(
        new EditionEntity(
            new EditionEntity.Key(quiz.id(), number), yaml, by, clock.instant(), note, parts));
  }

  @Override
  public void withdraw(long instructorId, String draftId) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    if (quiz.published() != null) {
      quiz.withdraw();
      audit.record(AuditNote.of(AuditKind.QUIZ_WITHDRAWN).with(quiz.title()));
      afterCommit.takeUp();
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Edition> history(long instructorId, String draftId) {
    return historyBefore(instructorId, draftId, Integer.MAX_VALUE);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Edition> historyBefore(long instructorId, String draftId, int edition) {
    var unused = access.require(instructorId, draftId, Right.EDIT);
    List<Told> told = editions.findOf(draftId, edition, Limit.of(MAX_SHOWN));
    Map<Long, Account> people =
        accounts.byIds(told.stream().map(Told::publishedBy).collect(Collectors.toSet()));
    return told.stream().map(each -> told(each, people)).toList();
  }

  private static Edition told(Told told, Map<Long, Account> people) {
    return new Edition(
        told.edition(),
        DraftReader.name(people, told.publishedBy()),
        told.publishedAt(),
        told.note(),
        told.kept(),
        told.published());
  }

  @Override
  @Transactional(readOnly = true)
  public Comparison differences(long instructorId, String draftId, int from, int to) {
    var unused = access.require(instructorId, draftId, Right.EDIT);
    ItemChanges differences = new ItemChanges(text(draftId, from), text(draftId, to));
    return new Comparison(
        differences.all(Map.of(), Map.of()).stream()
            .filter(part -> part.change() != Change.NONE)
            .toList(),
        differences.reordered());
  }

  private String text(String quizId, int edition) {
    return edition(quizId, edition).texts().yaml();
  }

  private EditionEntity edition(String quizId, int edition) {
    return editions
        .findByQuizIdAndEdition(quizId, edition)
        .filter(EditionEntity::kept)
        .orElseThrow(() -> new GoneException("edition " + edition + " of " + quizId));
  }

  @Override
  public Draft restore(long instructorId, String draftId, int edition) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    Listed listed = access.require(instructorId, draftId, Right.EDIT);
    EditionEntity wanted = edition(draftId, edition);
    PackedText texts = wanted.texts();
    DraftSnapshot states = DraftSnapshot.of(texts);
    List<ItemEntity> all = items.findOf(draftId);
    Map<String, ItemBody> asFile = DraftSnapshot.asFileStates(draftId, all);
    List<ItemEntity> overwritten =
        all.stream().filter(row -> states.overwrites(row, asFile.get(row.itemId()))).toList();
    boolean loses =
        overwritten.stream()
            .anyMatch(row -> row.retired() || !row.body().equals(asFile.get(row.itemId())));
    keepDraft(listed, instructorId, texts.yaml(), all, loses);
    long before = items.size(draftId);
    quiz.changed(clock.instant());
    Map<String, ItemEntity> rows =
        all.stream().collect(Collectors.toMap(item -> item.itemId(), Function.identity()));
    all.stream()
        .filter(row -> !states.parts().containsKey(row.itemId()))
        .forEach(ItemEntity::retire);
    pictures.left(
        draftId,
        overwritten.stream().map(ItemEntity::body).toList(),
        states.parts().values().stream().map(DraftSnapshot.State::body).toList());
    int place = 0;
    for (Map.Entry<String, DraftSnapshot.State> part : states.parts().entrySet()) {
      ItemBody body = part.getValue().body();
      ItemEntity row = rows.get(part.getKey());
      if (row == null) {
        row =
            items.save(
                new ItemEntity(draftId, part.getKey(), 0, body, instructorId, quiz.changedAt()));
      } else if (overwritten.contains(row)) {
        row.change(body, instructorId, quiz.changedAt());
      }
      row.restore(place++, part.getValue().retired());
      if (body instanceof ItemBody.Heading heading) {
        quiz.rename(heading.title());
      }
    }
    if (wanted.published) {
      pictures.bringBack(
          quiz, states.parts().values().stream().map(DraftSnapshot.State::body).toList());
    }
    long now = items.size(draftId);
    if (now > before && now > Drafts.MAX_SIZE) {
      throw new Drafts.TooMuch("characters", Drafts.MAX_SIZE);
    }
    return reader.draft(access.require(instructorId, draftId, Right.EDIT), instructorId);
  }

  /**
   * Unless it is what is restored, or what one of the last editions is: whoever goes to and fro
   * between two adds none.
   *
   * @param loses whether words are overwritten that no quiz file of the draft states
   */
  private void keepDraft(
      Listed listed, long instructorId, String restored, List<ItemEntity> all, boolean loses) {
    String draft = file(listed, instructorId).yaml();
    String parts = DraftSnapshot.write(all);
    String quizId = listed.quiz().id();
    boolean kept =
        loses
            ? editions.holds(quizId, parts)
            : draft.equals(restored) || editions.states(quizId, draft);
    if (!kept) {
      var unused = keep(listed.quiz(), draft, instructorId, "", parts);
    }
  }
}
