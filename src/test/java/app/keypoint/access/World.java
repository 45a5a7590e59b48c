package app.keypoint.access;

import app.keypoint.authoring.DraftItem;
import app.keypoint.cohort.Cohort;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.support.RawBrowser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;

/**
 * A learner and an instructor with a bit of everything, and everybody whom none of it is for.
 *
 * @param mark what every text of the victim's holds, and no other text
 * @param beside sign-in name of who runs the cohort beside the instructor
 * @param ids the ids of all that is the victim's
 */
record World(
    String mark,
    Account learner,
    Account instructor,
    SecurityContext learnerSession,
    SecurityContext instructorSession,
    Map<Persona, Account> accounts,
    Map<Persona, SecurityContext> sessions,
    Cohort cohort,
    String beside,
    Attempt open,
    Attempt finished,
    DueCard due,
    CardAnswer answered,
    List<Long> cards,
    long step,
    long report,
    long note,
    long historyImport,
    long passkey,
    String sessionHandle,
    String feedToken,
    DraftItem drafted,
    String draft,
    RawBrowser learnerBrowser,
    Set<Long> ids,
    List<Object[]> accountRows) {

  /** A study day on which the learner answered a card. */
  LocalDate answeredOn() {
    return learner.calendar().dayOf(Instant.now());
  }

  /** What somebody knows of the victims by right, besides what is shared with them. */
  Set<String> knownTo(Persona persona) {
    return persona == Persona.CLASSMATE
        ? Set.of(cohort.name(), instructor.displayName(), instructor.username())
        : Set.of();
  }

  /** Ids that somebody must not hear of. */
  Set<Long> idsUnknownTo(Persona persona) {
    Set<Long> unknown = new HashSet<>(ids);
    if (persona == Persona.CLASSMATE) {
      unknown.remove(cohort.id());
    }
    return unknown;
  }

  /** Whose rows nobody else may change. */
  List<Long> victims() {
    return List.of(learner.id(), instructor.id());
  }
}
