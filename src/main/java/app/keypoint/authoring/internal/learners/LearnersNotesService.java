package app.keypoint.authoring.internal.learners;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.BlankText;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.internal.DraftReader;
import app.keypoint.authoring.internal.ItemEntity;
import app.keypoint.authoring.internal.ItemRepository;
import app.keypoint.authoring.internal.ItemRepository.Named;
import app.keypoint.authoring.internal.Printable;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.ProblemReports.Report;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.ServedQuestions;
import app.keypoint.content.Translations;
import app.keypoint.content.TypedKey;
import app.keypoint.content.grading.AnswerClaims;
import app.keypoint.content.grading.TypedMatch;
import app.keypoint.identity.GoneException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class LearnersNotesService implements LearnersNotes {

  private final QuizAccess access;
  private final ItemRepository items;
  private final DismissedNoteRepository asides;
  private final DraftReader reader;
  private final ServedQuestions served;
  private final ProblemReports reports;
  private final ObjectProvider<AnswerClaims> claims;
  private final Catalogue catalogue;
  private final Translations translations;
  private final Clock clock;

  LearnersNotesService(
      QuizAccess access,
      ItemRepository items,
      DismissedNoteRepository asides,
      DraftReader reader,
      ServedQuestions served,
      ProblemReports reports,
      ObjectProvider<AnswerClaims> claims,
      Catalogue catalogue,
      Translations translations,
      Clock clock) {
    this.access = access;
    this.items = items;
    this.asides = asides;
    this.reader = reader;
    this.served = served;
    this.reports = reports;
    this.claims = claims;
    this.catalogue = catalogue;
    this.translations = translations;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Integer> waiting(long instructorId) {
    List<Named> asked = items.askedOf(instructorId);
    Map<String, Integer> counts = new HashMap<>();
    for (int from = 0; from < asked.size(); from += ServedQuestions.MAX) {
      count(asked.subList(from, Math.min(asked.size(), from + ServedQuestions.MAX)), counts);
    }
    return counts;
  }

  private void count(List<Named> asked, Map<String, Integer> counts) {
    Map<String, String> quizOf =
        asked.stream().collect(Collectors.toMap(Named::itemId, Named::quizId));
    OpenNotes waiting = waiting(Set.copyOf(quizOf.values()), quizOf.keySet());
    quizOf.forEach((item, quiz) -> add(counts, quiz, waiting.reports(item).size()));
    if (!waiting.claimed().isEmpty()) {
      for (ItemEntity row :
          items.findByQuizIdInAndItemIdIn(Set.copyOf(quizOf.values()), waiting.claimed())) {
        if (row.body() instanceof ItemBody.Question now) {
          add(counts, row.quizId(), waiting.claims(row.itemId(), now).size());
        }
      }
    }
  }

  private static void add(Map<String, Integer> counts, String quizId, int more) {
    if (more > 0) {
      counts.merge(quizId, more, Integer::sum);
    }
  }

  /** As many queries for many questions as for one. */
  private OpenNotes waiting(Collection<String> quizIds, Collection<String> itemIds) {
    Map<Long, String> questionOf = itemIds.isEmpty() ? Map.of() : served.versionsOf(itemIds);
    if (questionOf.isEmpty()) {
      return new OpenNotes(questionOf, List.of(), List.of(), claim -> List.of(), List.of());
    }
    List<Report> told = reports.about(itemIds);
    List<AnswerClaims.Claim> claimed =
        claims.stream().flatMap(some -> some.about(questionOf.keySet()).stream()).toList();
    return new OpenNotes(
        questionOf,
        told,
        claimed,
        hidden(claimed),
        told.isEmpty() && claimed.isEmpty() ? List.of() : asides.findByQuizIdIn(quizIds));
  }

  /** In the order of the language in which they were filled. One query at most. */
  private Function<AnswerClaims.Claim, List<String>> hidden(List<AnswerClaims.Claim> claimed) {
    Map<Long, QuestionVersion> asked =
        catalogue.versions(
            claimed.stream()
                .filter(claim -> claim.typed().size() > 1)
                .map(AnswerClaims.Claim::questionVersionId)
                .distinct()
                .toList());
    return claim -> {
      QuestionVersion version = asked.get(claim.questionVersionId());
      return version != null
              && translations.shown(version.question(), claim.response())
                  instanceof Question.Typed typed
          ? typed.keys().stream().map(TypedKey::answer).toList()
          : List.of();
    };
  }

  @Override
  @Transactional(readOnly = true)
  public Heard of(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.EDIT);
    List<DraftItem> questions =
        items.findOf(draftId, ItemKind.QUESTION).stream()
            .filter(row -> !row.retired())
            .map(row -> row.toItem(""))
            .toList();
    OpenNotes waiting = waiting(List.of(draftId), questions.stream().map(DraftItem::id).toList());
    Map<Long, QuestionVersion> asked =
        catalogue.versions(
            questions.stream()
                .flatMap(item -> waiting.reports(item.id()).stream())
                .map(Report::questionVersionId)
                .distinct()
                .toList());
    return new Heard(
        access.summary(listed, instructorId, reader.name(listed.quiz().authorId())),
        questions.stream()
            .map(item -> about(item, waiting, asked))
            .filter(question -> question.size() > 0)
            .toList());
  }

  private static AboutQuestion about(
      DraftItem item, OpenNotes waiting, Map<Long, QuestionVersion> asked) {
    ItemBody.Question now = (ItemBody.Question) item.body();
    return new AboutQuestion(
        item.id(),
        now,
        waiting.claims(item.id(), now),
        waiting.reports(item.id()).stream()
            .map(
                report ->
                    new Note(
                        report.id(),
                        Objects.requireNonNull(asked.get(report.questionVersionId())).question(),
                        report.note(),
                        report.at()))
            .toList());
  }

  @Override
  public DraftItem accept(
      long instructorId, String draftId, String itemId, int blank, String answer) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item = item(draftId, itemId);
    String accepted = Printable.line(answer).strip();
    if (!(item.body() instanceof ItemBody.Question question)
        || question.type().choice()
        || accepted.isEmpty()
        || blank < 1
        || blank > OpenNotes.keys(question).size()
        || question.blank(blank - 1).accept().size() >= ItemBody.MAX_PARTS) {
      throw new IllegalArgumentException("Not to be accepted in " + itemId);
    }
    String normal = TypedMatch.normalise(accepted);
    if (!OpenNotes.accepted(OpenNotes.keys(question).get(blank - 1)).contains(normal)) {
      ItemBody now =
          question.withBlank(blank - 1, accepting(question.blank(blank - 1), accepted, normal));
      if (!items.fits(item, now)) {
        throw new Drafts.TooMuch("characters", Drafts.MAX_SIZE);
      }
      item.change(now, instructorId, clock.instant());
      quiz.changed(item.changedAt());
    }
    return item.toItem(reader.name(item.changedBy()));
  }

  private ItemEntity item(String draftId, String itemId) {
    return items
        .findByQuizIdAndItemId(draftId, itemId)
        .orElseThrow(() -> new GoneException("item " + itemId + " in quiz " + draftId));
  }

  private static BlankText accepting(BlankText blank, String accepted, String normal) {
    return new BlankText(
        Stream.concat(blank.accept().stream(), Stream.of(accepted)).toList(),
        blank.wrong().stream()
            .filter(wrong -> !TypedMatch.normalise(wrong.text()).equals(normal))
            .toList());
  }

  @Override
  public void setAside(long instructorId, String draftId, String itemId, int blank, String answer) {
    keepAside(instructorId, draftId, itemId, DismissedNoteEntity.answer(blank, answer));
  }

  @Override
  public void setReportAside(long instructorId, String draftId, String itemId, long reportId) {
    keepAside(instructorId, draftId, itemId, DismissedNoteEntity.report(reportId));
  }

  private void keepAside(long instructorId, String draftId, String itemId, String about) {
    var held = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item = item(held.id(), itemId);
    var unused =
        asides.save(
            new DismissedNoteEntity(
                new DismissedNoteEntity.Key(item.quizId(), item.itemId(), about),
                instructorId,
                clock.instant()));
  }
}
