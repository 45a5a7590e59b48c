package app.keypoint.authoring.internal.sharing;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.OpenedTo;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.QuizAccess;
import app.keypoint.authoring.internal.QuizEntity;
import app.keypoint.authoring.internal.QuizRepository;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Colleagues;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.INSTRUCTORS)
class SharingService implements Sharing {

  private final QuizAccess access;
  private final QuizRepository quizzes;
  private final ShareRepository shares;
  private final OpeningRepository openings;
  private final Cohorts cohorts;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Colleagues colleagues;

  SharingService(
      QuizAccess access,
      QuizRepository quizzes,
      ShareRepository shares,
      OpeningRepository openings,
      Cohorts cohorts,
      Accounts accounts,
      AuditTrail audit,
      Colleagues colleagues) {
    this.access = access;
    this.quizzes = quizzes;
    this.shares = shares;
    this.openings = openings;
    this.cohorts = cohorts;
    this.accounts = accounts;
    this.audit = audit;
    this.colleagues = colleagues;
  }

  @Override
  @Transactional(readOnly = true)
  public Shared of(long instructorId, String draftId) {
    Listed listed = access.require(instructorId, draftId, Right.USE);
    Right right = listed.right(instructorId);
    Set<Long> open =
        openings.findByQuizId(draftId).stream()
            .map(row -> row.cohortId)
            .collect(Collectors.toSet());
    List<Cohort> own = cohorts.of(instructorId);
    List<CohortOpening> ownOpenings =
        own.stream()
            .map(c -> new CohortOpening(c.id(), c.name(), open.contains(c.id()), c.archived()))
            .filter(opening -> opening.open() || !opening.archived())
            .toList();
    long opened = ownOpenings.stream().filter(CohortOpening::open).count();
    return new Shared(
        right,
        right == Right.OWN ? people(draftId) : List.of(),
        listed.quiz().visibility() == OpenedTo.EVERYONE,
        ownOpenings,
        (int) (open.size() - opened));
  }

  private List<Person> people(String draftId) {
    List<ShareEntity> rows = shares.findByQuizId(draftId);
    Map<Long, Account> byId = accounts.byIds(rows.stream().map(row -> row.accountId).toList());
    return rows.stream()
        .flatMap(
            row ->
                Stream.ofNullable(byId.get(row.accountId))
                    .map(account -> new Person(account.username(), account.displayName(), row.may)))
        .sorted(Comparator.comparing(Person::name).thenComparing(Person::username))
        .toList();
  }

  @Override
  public void share(long instructorId, String draftId, String colleague, Right right) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.OWN);
    if (right == Right.OWN) {
      throw new IllegalArgumentException("A quiz has one author");
    }
    Account with = colleagues.require(instructorId, colleague);
    List<ShareEntity> rows = shares.findByQuizId(draftId);
    if (rows.size() >= MAX_PEOPLE && rows.stream().noneMatch(s -> s.accountId == with.id())) {
      throw new Drafts.TooMuch("people", MAX_PEOPLE);
    }
    var unused = shares.save(new ShareEntity(draftId, with.id(), right));
    audit.record(AuditNote.of(AuditKind.QUIZ_SHARED).to(with.username()).with(quiz.title()));
  }

  @Override
  public void unshare(long instructorId, String draftId, String colleague) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.OWN);
    Account with =
        accounts.byUsername(colleague).orElseThrow(() -> new GoneException("person of this name"));
    if (shares.remove(draftId, with.id()) > 0) {
      openings.removeOf(draftId, with.id());
      audit.record(AuditNote.of(AuditKind.QUIZ_UNSHARED).to(with.username()).with(quiz.title()));
    }
  }

  @Override
  public void handOver(long instructorId, String draftId, String successor) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.OWN);
    Account next =
        accounts
            .byUsername(successor)
            .flatMap(account -> accounts.active(account.id()))
            .filter(account -> account.role() == Role.INSTRUCTOR)
            .orElseThrow(() -> new GoneException("person of this name"));
    if (shares.remove(draftId, next.id()) == 0) {
      throw new GoneException("share of " + draftId);
    }
    if (quizzes.countByAuthorId(next.id()) >= Drafts.MAX_QUIZZES) {
      throw new Drafts.TooMuch("quizzes", Drafts.MAX_QUIZZES);
    }
    quiz.handOver(next.id());
    var unused = shares.save(new ShareEntity(draftId, instructorId, Right.EDIT));
    audit.record(AuditNote.of(AuditKind.QUIZ_HANDED_OVER).to(next.username()).with(quiz.title()));
  }

  @Override
  public void openToEveryone(long instructorId, String draftId, boolean everyone) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.OWN);
    OpenedTo now = everyone ? OpenedTo.EVERYONE : OpenedTo.COHORTS;
    if (quiz.visibility() != now) {
      quiz.open(now);
      record(everyone, quiz.title());
    }
  }

  @Override
  public void openToCohort(long instructorId, String draftId, long cohortId, boolean open) {
    QuizEntity quiz = access.hold(instructorId, draftId, Right.USE);
    // Held, or whoever is taken away at this moment leaves it open for good.
    Cohort cohort =
        open
            ? cohorts.holdRunning(instructorId, cohortId)
            : cohorts.require(instructorId, cohortId);
    boolean opened = openings.existsById(new OpeningEntity.Key(draftId, cohortId));
    if (open == opened) {
      return;
    }
    if (open) {
      var unused = openings.save(new OpeningEntity(quiz.id(), cohort.id(), instructorId));
    } else {
      var unused = openings.remove(draftId, cohort.id());
    }
    // The cohort first, since a long title is cut.
    record(open, cohort.name() + ": " + quiz.title());
  }

  private void record(boolean opened, String what) {
    audit.record(AuditNote.of(opened ? AuditKind.QUIZ_OPENED : AuditKind.QUIZ_CLOSED).with(what));
  }
}
