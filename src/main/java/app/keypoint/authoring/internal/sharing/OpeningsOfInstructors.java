package app.keypoint.authoring.internal.sharing;

import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.authoring.internal.sharing.OpeningRepository.Opened;
import app.keypoint.cohort.InstructorTakenAway;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What an instructor opened to a cohort is closed to it when they run it no more, unless somebody
 * who goes on running it could have opened it too: docs/adr/0165.
 */
@Component
class OpeningsOfInstructors {

  private final OpeningRepository openings;
  private final ShareRepository shares;
  private final AuditTrail audit;

  OpeningsOfInstructors(OpeningRepository openings, ShareRepository shares, AuditTrail audit) {
    this.openings = openings;
    this.shares = shares;
    this.audit = audit;
  }

  @EventListener
  void on(InstructorTakenAway taken) {
    List<Opened> theirs = openings.findOfIn(taken.cohortId(), taken.instructorId());
    Set<ShareEntity.Key> shared =
        shares.findByQuizIdIn(theirs.stream().map(each -> each.quiz().id()).toList()).stream()
            .map(share -> new ShareEntity.Key(share.quizId, share.accountId))
            .collect(Collectors.toSet());
    for (Opened each : theirs) {
      QuizEntity quiz = each.quiz();
      Optional<Long> another =
          taken.remaining().stream()
              .filter(
                  id ->
                      quiz.authorId() == id || shared.contains(new ShareEntity.Key(quiz.id(), id)))
              .findFirst();
      if (another.isPresent()) {
        each.opening().openedBy = another.get();
      } else {
        var unused = openings.remove(quiz.id(), taken.cohortId());
        audit.record(
            AuditNote.of(AuditKind.QUIZ_CLOSED).with(taken.cohort() + ": " + quiz.title()));
      }
    }
  }
}
