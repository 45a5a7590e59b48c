package app.keypoint.authoring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.AuthoringTest;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.support.ScreenTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a colleague who may use a quiz, and not write in it, has on their screen. */
@AuthoringTest
class SharedQuizScreenTest extends ScreenTest {

  @Autowired Drafts drafts;
  @Autowired Publishing publishing;
  @Autowired Sharing sharing;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Assignments assignments;
  @Autowired Clock clock;

  private Account author;
  private Account colleague;
  private String quiz;

  /** Of its own: other tests open theirs to everyone. */
  private String title;

  @Override
  protected Account visitor() {
    author = fixtures.instructor();
    colleague = fixtures.instructor();
    fixtures.signIn(author);
    title = "Bees of " + UUID.randomUUID();
    quiz = drafts.create(author.id(), title).id();
    var unused = new WrittenQuiz(drafts, author.id(), quiz).complete();
    sharing.share(author.id(), quiz, colleague.username(), Right.USE);
    return colleague;
  }

  @Test
  void theColleagueGivesItToACohortOfTheirOwn() {
    fixtures.as(author, this::publish);
    Cohort cohort = cohorts.create(colleague.id(), "Tuesday class");
    UI.getCurrent().navigate("write");
    assertThat(page()).contains("Bees", "open to nobody");
    test(find(NativeButton.class).withText("Share").single()).click();
    assertThat(find(Checkbox.class).withCaption("Everyone").single().isEnabled()).isFalse();
    test(find(Checkbox.class).withCaption("Tuesday class").single()).click();
    assertThat(sharing.of(colleague.id(), quiz).cohorts())
        .containsExactly(new Sharing.CohortOpening(cohort.id(), "Tuesday class", true, false));
    assertThat(page()).contains("open to cohorts").doesNotContain("open to nobody");
  }

  @Test
  void anAssignmentOfAQuizThatWasClosedLeavesNothingOnToday() {
    fixtures.as(author, this::publish);
    Cohort cohort = cohorts.create(colleague.id(), "Tuesday class");
    sharing.openToCohort(colleague.id(), quiz, cohort.id(), true);
    Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
    assignments.assign(colleague.id(), cohort.id(), quiz, new Assignments.Terms(null, due, null));
    Account learner = fixtures.learner();
    fixtures.signIn(learner);
    var unused = memberships.join(learner.id(), cohort.joinCode().toString());
    UI.getCurrent().navigate("");
    assertThat(page()).contains("Assigned to you").contains(title);
    fixtures.as(colleague, () -> sharing.openToCohort(colleague.id(), quiz, cohort.id(), false));
    UI.getCurrent().navigate("quizzes");
    UI.getCurrent().navigate("");
    assertThat(page()).doesNotContain("Assigned to you").doesNotContain(title);
  }

  @Test
  void anArchivedCohortIsMarkedAndGoneOnceItIsClosed() {
    fixtures.as(author, this::publish);
    Cohort cohort = cohorts.create(colleague.id(), "Tuesday class");
    sharing.openToCohort(colleague.id(), quiz, cohort.id(), true);
    cohorts.archive(colleague.id(), cohort.id());
    UI.getCurrent().navigate("write");
    test(find(NativeButton.class).withText("Share").single()).click();
    test(find(Checkbox.class).withCaption("Tuesday class (archived)").single()).click();
    assertThat(sharing.of(colleague.id(), quiz).cohorts()).isEmpty();
    assertThat(find(Checkbox.class).withCaption("Tuesday class (archived)").all()).isEmpty();
  }

  @Test
  void nothingIsOfferedThatIsNotThereForThem() {
    UI.getCurrent().navigate("write");
    assertThat(downloads()).as("before it is published").isEmpty();
    assertThat(find(RouterLink.class).withText("Bees").all()).isEmpty();
    fixtures.as(author, this::publish);
    UI.getCurrent().navigate("quizzes");
    UI.getCurrent().navigate("write");
    assertThat(downloads()).hasSize(1);
  }

  /** Of this quiz: those kept in files are listed with theirs. */
  private List<Anchor> downloads() {
    return find(Anchor.class).withText("Download the quiz").all().stream()
        .filter(link -> link.getAriaLabel().orElse("").contains("Bees"))
        .toList();
  }

  private void publish() {
    var unused =
        publishing.publish(author.id(), quiz, publishing.preview(author.id(), quiz).mark(), "");
  }
}
