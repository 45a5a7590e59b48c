package app.keypoint.cohort.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.AuditNote;
import app.keypoint.audit.AuditTrail;
import app.keypoint.audit.AuditWord;
import app.keypoint.cohort.CohortAdministration;
import app.keypoint.cohort.CohortInstructors.Teacher;
import app.keypoint.cohort.internal.rules.RosterRulesEntity;
import app.keypoint.cohort.internal.rules.RosterRulesRepository;
import app.keypoint.cohort.roster.RosterRules;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ADMINISTRATORS)
class CohortAdministrationService implements CohortAdministration {

  private final CohortRepository cohorts;
  private final RosterRulesRepository rules;
  private final Teachers teachers;
  private final Accounts accounts;
  private final AuditTrail audit;

  CohortAdministrationService(
      CohortRepository cohorts,
      RosterRulesRepository rules,
      Teachers teachers,
      Accounts accounts,
      AuditTrail audit) {
    this.cohorts = cohorts;
    this.rules = rules;
    this.teachers = teachers;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public RosterRules rosterRules() {
    return rules.rules();
  }

  @Override
  public void allowMakingAccounts(boolean allowed) {
    change(row -> row.allowMakingAccounts(allowed));
  }

  @Override
  public void allowJoiningUnasked(boolean allowed) {
    change(row -> row.allowJoiningUnasked(allowed));
  }

  private void change(Consumer<RosterRulesEntity> change) {
    RosterRulesEntity row = rules.findById(RosterRulesEntity.ID).orElseThrow();
    RosterRules before = row.rules();
    change.accept(row);
    if (!row.rules().equals(before)) {
      audit.record(AuditNote.of(AuditKind.ROSTER_RULES_CHANGED).with(words(row.rules())));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Row> page(String search, int page, int size) {
    List<CohortEntity> found = cohorts.search(pattern(search), PageRequest.of(page, size));
    Map<Long, List<Teacher>> run = teachers.of(found);
    return found.stream()
        .map(
            cohort ->
                new Row(
                    cohort.id(),
                    cohort.name,
                    cohort.archivedAt != null,
                    run.getOrDefault(cohort.id(), List.of())))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public int count(String search) {
    return cohorts.countMatches(pattern(search));
  }

  @Override
  public void handOver(long cohortId, String username, boolean keep) {
    CohortEntity cohort =
        cohorts.lock(cohortId).orElseThrow(() -> new GoneException("cohort " + cohortId));
    Account next =
        accounts
            .byUsername(username.strip())
            .flatMap(account -> accounts.active(account.id()))
            .filter(account -> account.role() == Role.INSTRUCTOR)
            .orElseThrow(() -> new GoneException("instructor of this name"));
    if (next.id() != cohort.instructorId) {
      teachers.handOver(cohort, next, keep);
    }
  }

  private static String words(RosterRules rules) {
    if (rules.equals(RosterRules.NONE)) {
      return AuditWord.ASKING_ONLY.name();
    }
    return Stream.of(
            rules.makingAccounts() ? AuditWord.MAKING_ACCOUNTS : null,
            rules.joiningUnasked() ? AuditWord.JOINING_UNASKED : null)
        .filter(Objects::nonNull)
        .map(Enum::name)
        .collect(Collectors.joining(" "));
  }

  private static String pattern(String search) {
    String literal = search.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0");
    return "%" + literal + "%";
  }
}
