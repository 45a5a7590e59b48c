package app.keypoint.cohort.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.content.Catalogue;
import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.SqlRecorder;
import app.keypoint.time.SimulatedTime;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An instructor deals with a nudge, and a colleague sees how. */
@ServiceTest
class NudgeScreenTest extends ScreenTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant THURSDAY = MONDAY.plus(Duration.ofDays(3));

  @Autowired Cohorts cohorts;
  @Autowired CohortInstructors instructors;
  @Autowired Memberships memberships;
  @Autowired Assignments assignments;
  @Autowired Catalogue catalogue;
  @Autowired Translations translations;
  @Autowired Nudges nudges;

  private Account instructor;
  private Account learner;
  private Account colleague;
  private Cohort cohort;

  @Override
  protected Account visitor() {
    instructor = fixtures.instructor();
    colleague = fixtures.instructor();
    learner = fixtures.learner();
    fixtures.signIn(instructor);
    cohort = cohorts.create(instructor.id(), "Seminar");
    instructors.add(instructor.id(), cohort.id(), colleague.username());
    SimulatedTime.at(
        MONDAY,
        () ->
            fixtures.as(
                learner, () -> memberships.join(learner.id(), cohort.joinCode().toString())));
    return instructor;
  }

  @Test
  void aNudgeIsDismissedWithANote_whichAColleagueWritesAnew() {
    SimulatedTime.at(
        THURSDAY,
        () -> {
          open();
          assertThat(page())
              .contains("no quiz finished and no card reviewed in the 3 days since joining");
          MemberGrid table = find(MemberGrid.class).single();
          click("Dismiss");
          test(find(TextArea.class).single()).setValue("Is ill");
          confirm("Dismiss");
          assertThat(page())
              .doesNotContain("in the 3 days since")
              .contains("One is dismissed")
              .contains("Nothing left to deal with: the reasons of one learner were dismissed.")
              .doesNotContain("Everyone is on track")
              .contains("hidden until Mar 12, 2026")
              .contains("“Is ill”");
          assertThat(find(MemberGrid.class).single())
              .as("with what was searched in it")
              .isSameAs(table);
        });
    fixtures.signIn(colleague);
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(1)),
        () -> {
          open();
          click("Edit note");
          test(find(TextArea.class).single()).setValue("Is back");
          confirm("Save");
          assertThat(page()).contains("“Is back” – " + colleague.displayName());
        });
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(8)),
        () -> {
          open();
          assertThat(page())
              .as("the reason is back, with what was noted")
              .contains("no quiz finished and no card reviewed in the 11 days since joining")
              .contains("“Is back”")
              .doesNotContain("is dismissed");
          click("Dismiss");
          assertThat(find(TextArea.class).single().getValue())
              .as("a colleague's words are gone on from, not wiped")
              .isEqualTo("Is back");
        });
  }

  @Test
  void otherNumbersAreShownWithoutTakingTheReasonFromUnderWhoeverReadsIt() {
    SimulatedTime.at(THURSDAY, this::open);
    NudgeReason reason = find(NudgeReason.class).single();
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(1)),
        () -> {
          Polls.later();
          assertThat(find(NudgeReason.class).single()).isSameAs(reason);
          assertThat(page())
              .contains("no quiz finished and no card reviewed in the 4 days since joining");
        });
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(4)),
        () -> {
          Polls.later();
          assertThat(find(NudgeReason.class).single()).as("more pressing").isSameAs(reason);
          assertThat(reason.getElement().getTextRecursively())
              .contains("urgent")
              .contains("no quiz finished and no card reviewed in the 7 days since joining");
        });
  }

  @Test
  void allAreReadAndDismissedHere_andWhoStandsInTheListStaysWhileOthersCome() {
    List<Account> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      others.add(joins(MONDAY));
    }
    SimulatedTime.at(
        THURSDAY,
        () -> {
          open();
          assertThat(find(NudgeReason.class).all()).hasSize(6);
          click("Show 3 more");
          List<NudgeReason> all = find(NudgeReason.class).all();
          assertThat(all).hasSize(9).allMatch(NudgeScreenTest::canBeDismissed);
          assertThat(page()).doesNotContain("Show ");
          Account gone = others.get(4);
          dismisses(gone, "Spoke to them");
          cohorts.removeMember(instructor.id(), cohort.id(), others.get(5).id());
          Polls.later();
          assertThat(find(NudgeReason.class).all())
              .as("the same on the page")
              .hasSize(7)
              .isSubsetOf(all);
          assertThat(page()).contains("“Spoke to them”");
        });
  }

  @Test
  void theListOfWhatIsDismissedStaysWhileFiguresChange() {
    Account other = joins(MONDAY);
    SimulatedTime.at(
        THURSDAY,
        () -> {
          dismisses(other, "Spoke to them");
          open();
        });
    NativeDetails list = dismissed();
    list.setOpen(true);
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(1)),
        () -> {
          Polls.later();
          assertThat(page()).contains("in the 4 days since joining");
          assertThat(dismissed()).as("not taken from under its reader").isSameAs(list);
        });
  }

  @Test
  void whatAColleagueDismissesIsToldAlsoOfWhomTheListHasNoRoomFor() {
    List<Account> all = new ArrayList<>(List.of(learner));
    for (int i = 0; i < 8; i++) {
      all.add(joins(MONDAY));
    }
    SimulatedTime.at(
        THURSDAY,
        () -> {
          open();
          List<String> listed =
              find(NudgeReason.class).all().stream()
                  .map(one -> one.getParent().orElseThrow().getElement().getTextRecursively())
                  .toList();
          Account unlisted =
              all.stream()
                  .filter(one -> listed.stream().noneMatch(row -> row.contains(one.displayName())))
                  .findFirst()
                  .orElseThrow();
          dismisses(unlisted, "Spoke to them");
          Polls.later();
          assertThat(page()).contains("“Spoke to them”").contains("One is dismissed");
          dismisses(all.get(all.indexOf(unlisted) == 0 ? 1 : 0), "Is ill");
          Polls.later();
          assertThat(page()).contains("“Is ill”").contains("2 are dismissed");
          assertThat(IntStream.range(0, 10).mapToObj(_ -> statementsOfALook()))
              .as("who has been told asks nothing while that is fresh, a moment on any machine")
              .anyMatch(List::isEmpty);
        });
  }

  private static List<String> statementsOfALook() {
    return SqlRecorder.statementsOf(
        () -> {
          ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
          return "";
        });
  }

  @Test
  void aNoteIsEditedFromWhatAColleagueHasWrittenMeanwhile() {
    SimulatedTime.at(
        THURSDAY,
        () -> {
          dismisses(learner, "Is ill");
          open();
          fixtures.as(
              colleague,
              () ->
                  nudges.note(
                      colleague.id(),
                      cohort.id(),
                      learner.id(),
                      Nudge.Kind.NOT_STARTED,
                      "Is back"));
          click("Edit note");
          assertThat(find(TextArea.class).single().getValue()).isEqualTo("Is back");
        });
  }

  /** By the colleague. */
  private void dismisses(Account whose, String note) {
    fixtures.as(
        colleague,
        () ->
            nudges.dismiss(
                colleague.id(),
                cohort.id(),
                whose.id(),
                Nudge.Kind.NOT_STARTED,
                Nudge.Level.WATCH,
                note));
  }

  private NativeDetails dismissed() {
    return find(NativeDetails.class).all().stream()
        .filter(details -> details.hasClassName("dismissed"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLongerOverdueComesFirstAmongTheUrgent() {
    Account longer = joins(MONDAY.minus(Duration.ofDays(20)));
    SimulatedTime.at(
        MONDAY.plus(Duration.ofDays(9)),
        () -> {
          open();
          assertThat(page()).containsSubsequence("29 days since", "9 days since");
          Account later = joins(MONDAY.minus(Duration.ofDays(10)));
          Polls.later();
          assertThat(page())
              .as("where they belong")
              .containsSubsequence("29 days", "19 days", "9 days since");
          assertThat(page()).contains(longer.displayName()).contains(later.displayName());
        });
  }

  private Account joins(Instant when) {
    Account other = fixtures.learner();
    SimulatedTime.at(
        when,
        () -> fixtures.as(other, () -> memberships.join(other.id(), cohort.joinCode().toString())));
    return other;
  }

  private static boolean canBeDismissed(NudgeReason reason) {
    return reason.getChildren().anyMatch(NativeButton.class::isInstance);
  }

  @Test
  void aMessageIsReadyToBeCopied_withoutFiguresOfOthers() {
    SimulatedTime.at(
        THURSDAY,
        () -> {
          open();
          click("Message");
          assertThat(find(TextArea.class).single().getValue())
              .startsWith("Hello " + learner.displayName() + ",")
              .contains("“Seminar”")
              .contains(
                  "- You joined 3 days ago and have neither finished a quiz nor reviewed a card yet.")
              .contains("http")
              .doesNotContain("median");
        });
  }

  @Test
  void aLateAssignmentIsNamedInTheLanguageOfThePage_alsoInTheMessage() {
    Quiz quiz = catalogue.quizzes().getFirst();
    String chinese = translations.of(quiz, Locale.SIMPLIFIED_CHINESE).text().title();
    assertThat(chinese).isNotEqualTo(quiz.title());
    SimulatedTime.at(
        MONDAY,
        () ->
            assignments.assign(
                instructor.id(),
                cohort.id(),
                quiz.id(),
                new Assignments.Terms(null, THURSDAY, null)));
    SimulatedTime.at(
        THURSDAY.plus(Duration.ofDays(1)),
        () -> {
          UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
          open();
          assertThat(find(NudgeReason.class).all())
              .extracting(reason -> reason.getElement().getTextRecursively())
              .anyMatch(reason -> reason.contains(chinese))
              .noneMatch(reason -> reason.contains(quiz.title()));
          click("消息");
          assertThat(find(TextArea.class).single().getValue())
              .contains(chinese)
              .doesNotContain(quiz.title());
        });
  }

  private void open() {
    UI.getCurrent().navigate("settings");
    UI.getCurrent().navigate("cohorts/" + cohort.id());
  }

  private void click(String caption) {
    test(find(NativeButton.class).withText(caption).all().getFirst()).click();
  }

  private void confirm(String caption) {
    test(find(Button.class).withText(caption).all().getLast()).click();
  }
}
