package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.identity.Account;
import app.keypoint.identity.AccountAdministration;
import app.keypoint.identity.Role;
import app.keypoint.support.Fixtures;
import app.keypoint.support.RawBrowser;
import app.keypoint.support.UidlPage;
import app.keypoint.support.UidlPage.Node;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages that were opened while it was allowed and kept open since, and what a page does not let
 * anybody do: every page that there is, found by its route, and everything on it that listens.
 */
@WrongPersonTest
@Tag("slow")
class KeptPagesTest {

  @Autowired WorldOfTest worlds;
  @Autowired Fixtures fixtures;
  @Autowired AccountAdministration administration;
  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Drafts drafts;
  @Autowired Sharing sharing;
  @Autowired JdbcTemplate jdbc;

  private World world;
  private Account administrator;

  @BeforeEach
  void aWorld() {
    world = worlds.make();
    administrator = fixtures.administrator();
    // A password is enough here, as often as the test signs in.
    for (String table : List.of("authenticator_app", "passkey")) {
      jdbc.update("delete from " + table + " where account_id = ?", world.learner().id());
    }
  }

  /** A page, and who has it open. */
  private record Kept(String what, Account owner, UidlPage page) {}

  @Test
  void whoHasAnotherRoleNowDoesNothingMore() {
    refused(
        (account, role) ->
            administration.changeRole(
                account.id(), role == Role.LEARNER ? Role.INSTRUCTOR : Role.LEARNER));
  }

  @Test
  void whoIsSwitchedOffDoesNothingMore() {
    refused((account, _) -> administration.setEnabled(account.id(), false));
  }

  /** Each page in a session of its own, so that none is refused for what another was. */
  private void refused(BiConsumer<Account, Role> change) {
    Account chief = fixtures.administrator();
    Map<Account, Role> people = new LinkedHashMap<>();
    people.put(world.learner(), Role.LEARNER);
    people.put(world.instructor(), Role.INSTRUCTOR);
    people.put(administrator, Role.ADMINISTRATOR);
    List<Kept> kept = new ArrayList<>();
    people.forEach(
        (account, role) ->
            pages(role).forEach(address -> kept.add(open(signedIn(account), account, address))));
    kept.forEach(
        each ->
            assertThat(RawBrowser.answeredByVaadin(each.page().send()))
                .as("the test's own means: %s", each.what())
                .isTrue());
    people.forEach((account, role) -> fixtures.as(chief, () -> change.accept(account, role)));
    List<Long> all = Stream.concat(world.victims().stream(), ids(people)).toList();
    Map<String, List<String>> rows = worlds.rows().of(all);

    int events = 0;
    for (Kept each : kept) {
      List<ObjectNode> deeds = deeds(each.page(), each.page().nodes());
      events += deeds.size();
      HttpResponse<String> together = each.page().send(deeds.toArray(ObjectNode[]::new));
      assertRefused(each, together);
      for (ObjectNode deed : deeds) {
        assertRefused(each, each.page().send(deed));
      }
    }
    assertThat(events).as("things to click on %d pages", kept.size()).isGreaterThan(kept.size());
    assertThat(worlds.rows().of(all)).isEqualTo(rows);
  }

  private static Stream<Long> ids(Map<Account, Role> people) {
    return people.keySet().stream().map(Account::id);
  }

  private void assertRefused(Kept kept, HttpResponse<String> answer) {
    assertThat(RawBrowser.answeredByVaadin(answer)).as(kept.what()).isFalse();
    assertThat(answer.body()).as(kept.what()).doesNotContain(world.mark(), "\tat ");
  }

  /** Their session goes on, and so does what is their own; the cohort is not. */
  @Test
  void whoWasRemovedFromACohortDoesNothingMoreInIt() {
    Account member = world.learner();
    List<Kept> kept =
        pages(Role.LEARNER).map(address -> open(signedIn(member), member, address)).toList();
    Kept instructors =
        pages(Role.INSTRUCTOR)
            .filter(address -> address.template().contains(":learnerId"))
            .map(address -> open(signedIn(world.instructor()), world.instructor(), address))
            .findFirst()
            .orElseThrow();
    fixtures.as(
        world.instructor(),
        () -> cohorts.removeMember(world.instructor().id(), world.cohort().id(), member.id()));
    List<String> left = rowsOfTheCohort();

    Map<String, List<String>> learners = worlds.rows().of(List.of(member.id()));
    for (ObjectNode deed : deeds(instructors.page(), instructors.page().nodes())) {
      HttpResponse<String> answer = instructors.page().send(deed);
      assertThat(answer.body()).as("the instructor's page").doesNotContain("typed " + world.mark());
    }
    assertThat(worlds.rows().of(List.of(member.id()))).isEqualTo(learners);
    for (Kept each : kept) {
      for (ObjectNode deed : deeds(each.page(), each.page().nodes())) {
        HttpResponse<String> answer = each.page().send(deed);
        assertThat(answer.body()).as(each.what()).doesNotContain("\tat ");
      }
      // What has opened meanwhile, such as a question whether one is sure.
      for (ObjectNode deed : deeds(each.page(), each.page().nodes())) {
        each.page().send(deed);
      }
    }
    assertThat(rowsOfTheCohort()).isEqualTo(left);
  }

  /** A colleague who ran the cohort: it is its owner's again, also on pages they have open. */
  @Test
  void whoNoLongerRunsACohortDoesNothingMoreInIt() {
    Account owner = world.instructor();
    Account colleague = fixtures.instructor();
    long cohort = world.cohort().id();
    fixtures.as(owner, () -> instructors.add(owner.id(), cohort, colleague.username()));
    List<Kept> kept =
        pages(Role.INSTRUCTOR)
            .filter(address -> address.template().contains(":cohortId"))
            .map(address -> open(signedIn(colleague), colleague, address))
            .toList();
    assertThat(kept).hasSizeGreaterThanOrEqualTo(4);
    fixtures.as(owner, () -> instructors.remove(owner.id(), cohort, colleague.username()));
    Map<String, List<String>> rows = worlds.rows().of(world.victims());
    for (Kept each : kept) {
      List<ObjectNode> deeds = deeds(each.page(), each.page().nodes());
      assertThat(deeds).as(each.what()).isNotEmpty();
      for (ObjectNode deed : deeds) {
        HttpResponse<String> answer = each.page().send(deed);
        assertThat(answer.body())
            .as("%s: %s", each.what(), deed)
            .doesNotContain("typed " + world.mark(), "\tat ");
      }
    }
    assertThat(worlds.rows().of(world.victims())).isEqualTo(rows);
  }

  /** A colleague who could write and publish: the quiz is its author's alone again. */
  @Test
  void whoIsNoLongerSharedWithDoesNothingMore() {
    Account author = world.instructor();
    Account colleague = fixtures.instructor();
    String draft = world.draft();
    fixtures.as(
        author,
        () -> {
          WrittenQuiz written = new WrittenQuiz(drafts, author.id(), draft);
          written.article("One " + world.mark() + ".\n\nTwo " + world.mark() + ".");
          for (String stem : List.of("Which", "What")) {
            drafts.add(
                author.id(),
                draft,
                0,
                WrittenQuiz.question(world.drafted().id(), stem + world.mark(), "This"));
          }
          sharing.share(author.id(), draft, colleague.username(), Right.EDIT);
        });
    List<Kept> kept =
        pages(Role.INSTRUCTOR)
            .filter(address -> address.template().contains(":draftId"))
            .map(address -> open(signedIn(colleague), colleague, address))
            .toList();
    assertThat(kept).hasSizeGreaterThanOrEqualTo(3);
    fixtures.as(author, () -> sharing.unshare(author.id(), draft, colleague.username()));
    Map<String, List<String>> rows = worlds.rows().of(world.victims());
    for (Kept each : kept) {
      List<ObjectNode> deeds = deeds(each.page(), each.page().nodes());
      assertThat(deeds).as(each.what()).isNotEmpty();
      for (ObjectNode deed : deeds) {
        HttpResponse<String> answer = each.page().send(deed);
        assertThat(answer.body()).as("%s: %s", each.what(), deed).doesNotContain(world.mark());
      }
    }
    assertThat(worlds.rows().of(world.victims())).isEqualTo(rows);
  }

  /** What the owners could do on each page now, sent by everybody else as it is. */
  @Test
  void nobodyElseActsOnAPage() {
    Visitors visitors = new Visitors(world, worlds.port(), jdbc);
    Map<Role, RawBrowser> owners =
        Map.of(
            Role.LEARNER, world.learnerBrowser(),
            Role.INSTRUCTOR, signedIn(world.instructor()),
            Role.ADMINISTRATOR, signedIn(administrator));
    MatrixTable table = new MatrixTable("actions");
    List<Kept> kept = new ArrayList<>();
    owners.forEach(
        (role, browser) ->
            pages(role).forEach(address -> kept.add(open(browser, world.learner(), address))));
    for (Persona persona : Persona.values()) {
      // Pages of their own, so that there is one of the same number.
      kept.forEach(_ -> UidlPage.open(visitors.of(persona)));
    }
    List<Long> all =
        Stream.concat(world.victims().stream(), Stream.of(administrator.id())).toList();
    Map<String, List<String>> rows = worlds.rows().of(all);
    List<String> faults = new ArrayList<>();
    for (Kept each : kept) {
      String page = each.what().substring(each.what().indexOf('/'));
      List<ObjectNode> deeds = deeds(each.page(), each.page().nodes());
      String message = each.page().message(deeds);
      for (Persona persona : Persona.values()) {
        HttpResponse<String> answer = each.page().raw(visitors.of(persona), message);
        boolean taken = RawBrowser.answeredByVaadin(answer);
        table.put(page, persona, deeds.size() + (taken ? " taken" : " refused"));
        if (taken || answer.body().contains(world.mark()) || answer.body().contains("\tat ")) {
          faults.add(persona.words + " at " + page + ": " + answer.body());
        }
      }
    }
    table.print();
    assertThat(table.size()).isGreaterThan(25);
    assertThat(table.emptyCells()).isEmpty();
    assertThat(faults).isEmpty();
    assertThat(worlds.rows().of(all)).isEqualTo(rows);
  }

  private List<String> rowsOfTheCohort() {
    return worlds.rows().of(List.of(world.instructor().id())).entrySet().stream()
        .filter(table -> table.getKey().startsWith("cohort"))
        .map(Object::toString)
        .toList();
  }

  @Test
  void whatIsDisabledOrHiddenDoesNothing() {
    Map<Account, Role> people =
        Map.of(
            world.learner(),
            Role.LEARNER,
            world.instructor(),
            Role.INSTRUCTOR,
            administrator,
            Role.ADMINISTRATOR);
    List<String> tried = new ArrayList<>();
    people.forEach(
        (account, role) -> {
          RawBrowser browser = signedIn(account);
          List<Long> all = Stream.concat(world.victims().stream(), ids(people)).toList();
          for (Address address : pages(role).toList()) {
            Kept kept = open(browser, account, address);
            Map<String, List<String>> rows = worlds.rows().of(all);
            for (Node node : outOfReach(kept.page())) {
              tried.add(kept.what() + ": " + node.tag());
              for (ObjectNode deed : everyWay(kept.page(), node)) {
                HttpResponse<String> answer = kept.page().send(deed);
                assertThat(answer.statusCode()).as(kept.what()).isLessThan(500);
                assertThat(answer.body()).as(kept.what()).doesNotContain("\tat ");
              }
            }
            assertThat(worlds.rows().of(all)).as(kept.what()).isEqualTo(rows);
          }
        });
    assertThat(tried).hasSizeGreaterThan(10);
  }

  /** What is disabled or hidden, and all that is within it. */
  private static Set<Node> outOfReach(UidlPage page) {
    Set<Node> found = new LinkedHashSet<>();
    page.nodes().stream()
        .filter(node -> node.isHidden() || node.isDisabled())
        .forEach(node -> found.addAll(page.within(node)));
    return found;
  }

  /** The events it listens to and those that a guess would name, and what fields are sent. */
  private static List<ObjectNode> everyWay(UidlPage page, Node node) {
    Set<String> types = new LinkedHashSet<>(node.listeners());
    types.addAll(List.of("click", "submit", "change", "value-changed"));
    List<ObjectNode> deeds = new ArrayList<>();
    deeds.add(page.property(node.id(), "value", "typed"));
    types.forEach(type -> deeds.add(page.event(node.id(), type)));
    node.callable().forEach(method -> deeds.add(page.call(node.id(), method)));
    return deeds;
  }

  /** All that the nodes of a page listen to. */
  private static List<ObjectNode> deeds(UidlPage page, List<Node> nodes) {
    List<ObjectNode> deeds = new ArrayList<>();
    for (Node node : nodes) {
      node.listeners().stream()
          .filter(type -> !type.startsWith("ui-"))
          .forEach(type -> deeds.add(page.event(node.id(), type)));
      node.callable().forEach(method -> deeds.add(page.call(node.id(), method)));
    }
    return deeds;
  }

  /** The pages of a role; not those of strangers. */
  private static Stream<Address> pages(Role role) {
    return Address.all().stream().filter(address -> address.isFor(role));
  }

  private Kept open(RawBrowser browser, Account owner, Address address) {
    UidlPage page = UidlPage.open(browser, address.of(world, worlds.quiz().id()));
    return new Kept(owner.role() + " at /" + address.template(), owner, page);
  }

  private RawBrowser signedIn(Account account) {
    RawBrowser browser = new RawBrowser(worlds.port());
    browser.signIn(account.username(), Fixtures.PASSWORD);
    assertThat(browser.isSignedIn()).isTrue();
    return browser;
  }
}
