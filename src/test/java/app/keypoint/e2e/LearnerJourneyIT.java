package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.QuizStandings;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day of a learner, from signing in to what their instructor sees of it. */
class LearnerJourneyIT extends BrowserTest {

  private static final Pattern ANSWERS = Pattern.compile("([\\d,]+) answers on");

  @Autowired private Accounts accounts;
  @Autowired private Catalogue catalogue;
  @Autowired private QuizStandings standings;
  @Autowired private QuizTaking taking;
  @Autowired private Reviewing reviewing;

  @Test
  void takesAQuizReviewsWhatIsDueAndTheInstructorSeesIt() {
    Account account = accounts.byUsername("learner").orElseThrow();
    Visitor learner = visitor().signInAs("learner");
    int answersBefore = answersShown(learner);

    int questions = takeAQuiz(learner, account);
    learner.press("Enter");
    learner.arrivesAt("review");
    int reviews = reviewToTheEnd(learner, account);

    learner.press("Enter");
    learner.arrivesAt("");
    assertThat(learner.heading()).isEqualTo("Done for today");
    assertThat(answersShown(learner)).isEqualTo(answersBefore + questions + reviews);

    Visitor instructor = visitor().enterAs("instructor").open("cohorts");
    new InstructorAtWork(instructor).openCohort("Demo cohort");
    List<String> cells = rowOf(link(instructor, "Demo learner"));
    assertThat(cells.get(1)).as("due").isEqualTo("0");
    assertThat(cells.get(2)).as("overdue").isEqualTo("0");
    assertThat(cells.get(7)).as("last seen, after the quizzes finished").isEqualTo("today");
  }

  /** What the cells of a grid's row say, in which something is; each is in a slot of its own. */
  private static List<String> rowOf(Locator within) {
    Object texts =
        within.evaluate(
            """
            inside => [...inside.closest('vaadin-grid-cell-content').assignedSlot
              .closest('tr').querySelectorAll('slot')]
              .map(slot => slot.assignedElements()[0]?.innerText.trim() ?? '')
            """);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  /** Returns how many questions it had. */
  private int takeAQuiz(Visitor learner, Account account) {
    Quiz quiz =
        catalogue.quizzes().stream()
            .filter(served -> !standings.of(account.id()).containsKey(served.id()))
            .findFirst()
            .orElseThrow();
    learner.open("quizzes");
    learner.control(AriaRole.LINK, "Start “" + quiz.title() + "”").focus();
    learner.press("Enter");
    Page page = learner.page();
    long attemptId = learner.attempt();

    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    int count = quiz.questions().size();
    for (int position = 1; position <= count; position++) {
      learner.progressIs(position, count);
      if (position == 3) {
        page.reload();
        learner.settle().progressIs(position, count);
      }
      Question question = taking.attempt(account.id(), attemptId).item(position).asked().question();
      if (position == 2) {
        answers.wrongly(question);
      } else {
        answers.rightly(question);
      }
      learner.press("Enter");
    }
    learner.arrivesAt("attempt/" + attemptId + "/score");
    assertThat(learner.heading()).isEqualTo(count - 1 + " of " + count);
    return count;
  }

  /** Returns how many answers it took, one of them taken back and given again. */
  private int reviewToTheEnd(Visitor learner, Account account) {
    AnswersByKeyboard answers = new AnswersByKeyboard(learner);
    DueCard first = reviewing.next(account).orElseThrow();
    answers.wrongly(first.question().question());
    learner.press("Enter");
    gone(learner);
    learner.press("Control+z");
    learner.page().getByText("The last answer was taken back.").waitFor();
    assertThat(reviewing.next(account))
        .as("after undo the card is back")
        .map(DueCard::cardId)
        .contains(first.cardId());

    int reviews = 0;
    Optional<DueCard> card = reviewing.next(account);
    while (card.isPresent()) {
      answers.rightly(card.get().question().question());
      learner.press("3");
      gone(learner);
      reviews++;
      card = reviewing.next(account);
    }
    learner.settle();
    assertThat(learner.heading()).isEqualTo("Done for today");
    return reviews;
  }

  /** Waits until the answered question has left the screen. */
  private static void gone(Visitor learner) {
    learner
        .page()
        .locator(".explanation")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    learner.settle();
  }

  private static int answersShown(Visitor learner) {
    Matcher answers = ANSWERS.matcher(learner.open("progress").page().innerText("main"));
    assertThat(answers.find()).as("answers on the progress page").isTrue();
    return Integer.parseInt(answers.group(1).replace(",", ""));
  }

  private static Locator link(Visitor visitor, String name) {
    return visitor
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
