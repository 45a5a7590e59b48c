package app.keypoint.cohort.internal.roster;

import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortRemovalRepository;
import app.keypoint.cohort.internal.rules.RosterRulesRepository;
import app.keypoint.cohort.roster.RosterRow;
import app.keypoint.cohort.roster.RosterRules;
import app.keypoint.cohort.roster.Rosters.Entry;
import app.keypoint.cohort.roster.Rosters.Outcome;
import app.keypoint.cohort.roster.Rosters.Plan;
import app.keypoint.cohort.roster.Rosters.Reason;
import app.keypoint.identity.InvalidInput.Field;
import app.keypoint.identity.Newcomers.Newcomer;
import app.keypoint.identity.Newcomers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What becomes of each person in a roster. A fixed number of statements, however many there are.
 */
@Component
class RosterPlanner {

  private final RosterRulesRepository rules;
  private final CohortMemberRepository members;
  private final CohortRemovalRepository removals;
  private final Newcomers newcomers;

  RosterPlanner(
      RosterRulesRepository rules,
      CohortMemberRepository members,
      CohortRemovalRepository removals,
      Newcomers newcomers) {
    this.rules = rules;
    this.members = members;
    this.removals = removals;
    this.newcomers = newcomers;
  }

  /**
   * A plan, and what only the server may know.
   *
   * @param ids of the accounts that there are, by sign-in name in its stored form
   */
  record Planned(Plan plan, Map<String, Long> ids) {}

  Planned plan(long cohortId, List<RosterRow> rows) {
    Map<String, Long> ids =
        newcomers.idsOf(
            rows.stream()
                .map(row -> newcomers.normalised(row.username()))
                .collect(Collectors.toSet()));
    Set<Long> joined =
        members.findByCohortId(cohortId).stream()
            .map(member -> member.learnerId())
            .collect(Collectors.toSet());
    Set<Long> removed = removals.findLearners(cohortId);
    RosterRules allowed = rules.rules();
    Set<String> seen = new HashSet<>();
    List<Entry> entries =
        rows.stream()
            .map(
                row -> {
                  String username = newcomers.normalised(row.username());
                  Optional<Long> id = Optional.ofNullable(ids.get(username));
                  Optional<Reason> broken = broken(row, allowed, id.isPresent());
                  if (broken.isPresent()) {
                    return new Entry(row, Outcome.REFUSED, broken.get());
                  }
                  if (!seen.add(username)) {
                    return new Entry(row, Outcome.REFUSED, Reason.TWICE);
                  }
                  if (id.filter(removed::contains).isPresent()) {
                    return new Entry(row, Outcome.REFUSED, Reason.REMOVED);
                  }
                  Outcome outcome =
                      id.filter(joined::contains).isPresent()
                          ? Outcome.MEMBER
                          : outcome(id.isPresent(), allowed);
                  return new Entry(
                      row, outcome, outcome == Outcome.REFUSED ? Reason.NO_ACCOUNT : null);
                })
            .toList();
    return new Planned(new Plan(entries), ids);
  }

  private Optional<Reason> broken(RosterRow row, RosterRules allowed, boolean known) {
    if (row.username().isBlank()) {
      return Optional.of(Reason.NO_USERNAME);
    }
    boolean named = known || !allowed.makingAccounts();
    return newcomers
        .problem(new Newcomer(row.username(), named ? "named" : row.name()))
        .map(field -> field == Field.USERNAME ? Reason.BAD_USERNAME : Reason.BAD_NAME);
  }

  /**
   * For somebody who is no member. Where neither an account would be made nor anybody joins
   * unasked, the answer is the same for all: who has an account is nobody else's business.
   */
  private static Outcome outcome(boolean known, RosterRules allowed) {
    if (allowed.makingAccounts()) {
      return known ? (allowed.joiningUnasked() ? Outcome.JOINS : Outcome.ASKED) : Outcome.NEW;
    }
    if (allowed.joiningUnasked()) {
      return known ? Outcome.JOINS : Outcome.REFUSED;
    }
    return Outcome.ASKED_IF_KNOWN;
  }
}
