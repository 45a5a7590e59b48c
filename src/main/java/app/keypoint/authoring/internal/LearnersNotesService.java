package app.keypoint.authoring.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.LearnersNotes;
import app.keypoint.authoring.Right;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.ProblemReports.Report;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.TypedMatch;
import app.keypoint.identity.GoneException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class LearnersNotesService implements LearnersNotes {

  private final Access access;
  private final ItemRepository items;
  private final DraftReader reader;
  private final ProblemReports reports;
  private final Catalogue catalogue;
  private final Clock clock;

  LearnersNotesService(
      Access access,
      ItemRepository items,
      DraftReader reader,
      ProblemReports reports,
      Catalogue catalogue,
      Clock clock) {
    this.access = access;
    this.items = items;
    this.reader = reader;
    this.reports = reports;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Note> of(long instructorId, String draftId) {
    var unused = access.require(instructorId, draftId, Right.EDIT);
    List<String> questions =
        items.findOf(draftId, ItemKind.QUESTION).stream().map(item -> item.itemId).toList();
    List<Report> told = questions.isEmpty() ? List.of() : reports.about(questions);
    Map<Long, QuestionVersion> versions =
        catalogue.versions(told.stream().map(Report::questionVersionId).distinct().toList());
    return told.stream()
        .map(
            report -> {
              QuestionVersion version =
                  Objects.requireNonNull(versions.get(report.questionVersionId()));
              return new Note(
                  version.question().id(), version.question(), report.note(), report.at());
            })
        .toList();
  }

  @Override
  public DraftItem accept(long instructorId, String draftId, String itemId, String answer) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.EDIT);
    ItemEntity item =
        items
            .findByQuizIdAndItemId(draftId, itemId)
            .orElseThrow(() -> new GoneException("item " + itemId + " in quiz " + draftId));
    String accepted = Printable.line(answer).strip();
    if (!(item.body() instanceof ItemBody.Question question)
        || question.type().choice()
        || accepted.isEmpty()
        || question.accept().size() >= ItemBody.MAX_PARTS) {
      throw new IllegalArgumentException("Not to be accepted in " + itemId);
    }
    String normal = TypedMatch.normalise(accepted);
    boolean known =
        Stream.concat(Stream.of(question.answer()), question.accept().stream())
            .anyMatch(other -> TypedMatch.normalise(other).equals(normal));
    if (!known) {
      item.change(
          question.accepting(
              Stream.concat(question.accept().stream(), Stream.of(accepted)).toList()),
          instructorId,
          clock.instant());
      quiz.changedAt = item.changedAt;
    }
    return item.toItem(reader.name(item.changedBy));
  }
}
