package app.keypoint.quiz.ui;

import static app.keypoint.support.Responses.typed;
import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Response;
import app.keypoint.content.grading.Outcome;
import app.keypoint.identity.Account;
import app.keypoint.quiz.Attempt;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.review.DueCard;
import app.keypoint.review.Reviewing;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.ScreenTest;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.Studying;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** A cloze with two blanks, from the quiz to the review, in two languages of other word order. */
@ServiceTest
@DirtiesContext // looks for changed files all the time
@Tag("slow")
class SeveralBlanksTest extends ScreenTest {

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final String QUIZ =
      """
      schema: 1
      id: kernels
      title: Kernels
      position: 1
      article: {title: On kernels, author: Nobody, section: Linux}
      keyPoints:
        - id: kp-kernel
          title: Linux
          topic: What Linux is
          text: Linux is a kernel under the GPL.
      questions:
        - id: k-1
          type: cloze
          keyPoint: kp-kernel
          stem: "The {{kernel::a part}} of Linux comes under the {{GPL}}."
          blanks:
            - accept: [core]
              wrong:
                - {text: shell, why: The shell lies around it.}
            - accept: [GNU GPL]
          explanation: The first paragraph names both.
        - id: k-2
          type: recall
          keyPoint: kp-kernel
          stem: Who began it?
          answer: Torvalds
          explanation: The first paragraph says so.
      """;
  private static final String CHINESE =
      """
      schema: 1
      title: 内核
      article: {title: 论内核, author: 佚名, section: Linux}
      keyPoints:
        - id: kp-kernel
          title: Linux
          topic: Linux 是什么
          text: Linux 是 GPL 下的内核。
      questions:
        - id: k-1
          stem: "在{{GPL}}之下的，是 Linux 的{{内核::一部分}}。"
          blanks:
            - {}
            - accept: [核心]
          explanation: 第一段都提到了。
      """;
  private static final Path FOLDER = folder();
  private static long changes = 1;

  @Autowired QuizTaking taking;
  @Autowired Reviewing reviewing;
  @Autowired Catalogue catalogue;
  @Autowired JdbcTemplate jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionOperations transactions;

  Account learner;

  @DynamicPropertySource
  static void content(DynamicPropertyRegistry properties) {
    properties.add("keypoint.content.dir", FOLDER::toString);
    properties.add("keypoint.content.poll-interval", () -> "20ms");
  }

  @Override
  protected Account visitor() {
    learner = fixtures.learner();
    return learner;
  }

  @Test
  void eachBlankHasItsFieldAndItsFeedback() {
    open("quiz/kernels/start");
    assertThat(page())
        .contains("The (1)\u00a0_____ of Linux comes under the (2)\u00a0_____.")
        .doesNotContain("GPL");
    assertThat(find(TextField.class).all())
        .extracting(TextField::getLabel)
        .containsExactly("Blank 1 of 2 (a part)", "Blank 2 of 2");
    fill("shell", "gnu gpl");
    assertThat(page())
        .contains("1 of 2 blanks right.")
        .contains("Partly right: 0.5 of 1 mark.")
        .contains("The shell lies around it.")
        .contains("Answer: kernel … GPL")
        .contains("I was right in blank 1");
    assertThat(find(Div.class).withClassName("wrote").all())
        .extracting(box -> box.getClassNames().contains("right"))
        .containsExactly(false, true);
    press("Continue");
    fillOne("Torvalds");
    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
        .startsWith("attempt/");
    press("See your score");
    assertThat(page())
        .contains("1.5 of 2")
        .contains("Partly right")
        .contains("(1) ")
        .contains("shell")
        .contains("gnu gpl");
  }

  @Test
  void whoSaysThatTheyWereRightSaysInWhichBlanks() {
    Attempt attempt = taking.start(learner.id(), "kernels");
    open("attempt/" + attempt.id());
    fill("heart", "BSD");
    assertThat(page()).contains("I was right in blanks 1 and 2").contains("Wrong.");
    press("I was right");
    assertThat(page()).contains("You said it was right").contains("Right.");
    assertThat(stored(attempt)).isEqualTo("{\"blanks\":[\"heart\",\"BSD\"],\"overruled\":true}");
    assertThat(taking.attempt(learner.id(), attempt.id()).score()).isEqualTo(1);
  }

  @Test
  void nothingIsSaidOfBlanksThatWereGradedByAnotherKey() {
    Attempt attempt = taking.start(learner.id(), "kernels");
    var first = answer(attempt, typed("shell", "gnu gpl"));
    assertThat(
            jdbc.update(
                "update attempt_item set marks = 0 where attempt_id = ? and position = 1",
                attempt.id()))
        .isEqualTo(1);
    assertThat(taking.attempt(learner.id(), attempt.id()).item(1).answer().outcome().blanks())
        .isEmpty();
    var second =
        taking.answer(learner.id(), attempt.id(), 2, new Response.Typed("Torvalds", false), TIME);
    open("attempt/" + attempt.id() + "/score");
    assertThat(find(Span.class).withClassName("tag").all())
        .as("of the two questions alone")
        .extracting(Span::getText)
        .containsExactly("Wrong", "Right");
    assertThat(page()).contains("(1) ").contains("shell").contains("gnu gpl");
  }

  @Test
  void anEmptyBlankCannotHaveBeenRight() {
    open("quiz/kernels/start");
    fill("heart", "");
    assertThat(page()).contains("nothing").doesNotContain("I was right");
  }

  @Test
  void anAttemptGoesOnWithTheBlanksThatItBeganWith() throws Exception {
    Attempt attempt = taking.start(learner.id(), "kernels");
    rewrite(
        QUIZ.replace("The {{kernel::a part}} of Linux", "What Linux is")
            .replaceAll("(?s)    blanks:.*?    explanation", "    accept: [x]\n    explanation"));
    assertThat(answer(attempt, typed("kernel", "GPL")).right()).isTrue();
    Attempt later = taking.startAgain(learner.id(), "kernels");
    assertThat(answer(later, typed("GPL")).right()).isTrue();
    rewrite(QUIZ);
  }

  @Test
  void everyLanguageHasItsOrder_andAnAnswerKeepsTheOneInWhichItWasGiven() {
    UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    Attempt attempt = taking.start(learner.id(), "kernels");
    open("attempt/" + attempt.id());
    assertThat(page()).contains("在(1)\u00a0_____之下的，是 Linux 的(2)\u00a0_____。");
    fill("BSD", "核心");
    Attempt.Answer answer = taking.attempt(learner.id(), attempt.id()).item(1).answer();
    assertThat(answer.outcome().blanks()).extracting(Outcome::right).containsExactly(false, true);
    var unused =
        taking.answer(learner.id(), attempt.id(), 2, new Response.Typed("Torvalds", false), TIME);
    UI.getCurrent().setLocale(Locale.ENGLISH);
    open("attempt/" + attempt.id() + "/score");
    assertThat(page()).contains("在(1)\u00a0_____之下的，是 Linux 的(2)\u00a0_____。").contains("内核");
  }

  @Test
  void refusesAnotherNumberOfBlanksAndTextsThatAreTooLong() {
    Attempt attempt = taking.start(learner.id(), "kernels");
    for (Response.Typed other : List.of(typed("kernel"), typed("kernel", "GPL", "x"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> answer(attempt, other));
    }
    for (Response.Typed huge :
        List.of(
            typed("a", "b", "c", "d", "e"),
            typed("kernel", "x".repeat(Response.MAX_TYPED + 1)),
            new Response.Typed(Collections.nCopies(100_000, "x"), false, Locale.ENGLISH))) {
      assertThatThrownBy(() -> answer(attempt, huge))
          .isInstanceOf(ConstraintViolationException.class);
    }
    assertThat(taking.attempt(learner.id(), attempt.id()).answered()).isZero();
    String longest = "\u0001".repeat(Response.MAX_TYPED);
    assertThat(answer(attempt, typed(longest, longest)).right()).isFalse();
  }

  @Test
  void partlyRightIsForgottenInReview() {
    Instant monday = Instant.parse("2026-03-02T09:00:00Z");
    new Studying(reviewing, events, transactions)
        .finishQuiz(learner, monday, catalogue.quiz("kernels").orElseThrow().questions(), 1);
    DueCard card = at(monday, () -> reviewing.next(learner)).orElseThrow();
    var recorded =
        at(
            monday,
            () -> reviewing.answer(learner, card.answer(typed("kernel", "BSD"), Grade.EASY, TIME)));
    assertThat(recorded.grade()).isEqualTo(Grade.FORGOT);
    assertThat(
            jdbc.queryForObject(
                "select response from review_log where learner_id = ? and response is not null",
                String.class,
                learner.id()))
        .isEqualTo("{\"blanks\":[\"kernel\",\"BSD\"],\"overruled\":false}");
  }

  @Test
  void theSameScreenReviews() {
    new Studying(reviewing, events, transactions)
        .finishQuiz(learner, Instant.now(), catalogue.quiz("kernels").orElseThrow().questions(), 1);
    open("review");
    fill("kernel", "GPL");
    assertThat(page()).contains("Matches").contains("Good");
  }

  private Outcome answer(Attempt attempt, Response response) {
    return taking.answer(learner.id(), attempt.id(), 1, response, TIME);
  }

  private String stored(Attempt attempt) {
    return jdbc.queryForObject(
        "select response from attempt_item where attempt_id = ? and response is not null",
        String.class,
        attempt.id());
  }

  private void fill(String... texts) {
    List<TextField> fields = find(TextField.class).all();
    for (int i = 0; i < texts.length; i++) {
      test(fields.get(i)).setValue(texts[i]);
    }
    press(UI.getCurrent().getLocale().equals(Locale.ENGLISH) ? "Check" : "检查");
  }

  private void fillOne(String text) {
    test(find(TextField.class).single()).setValue(text);
    press("Check");
  }

  private void press(String label) {
    test(find(NativeButton.class)
            .withCondition(button -> button.getElement().getTextRecursively().contains(label))
            .all()
            .getFirst())
        .click();
  }

  private void open(String route) {
    UI.getCurrent().navigate(route);
  }

  @Override
  protected String page() {
    return told(((Component) getCurrentView()).getElement());
  }

  private static String told(Element element) {
    if (element.isTextNode()) {
      return element.getText();
    }
    StringBuilder all = new StringBuilder(element.getProperty("innerHTML", ""));
    element.getChildren().forEach(child -> all.append(told(child)).append(' '));
    return all.toString();
  }

  private void rewrite(String text) throws Exception {
    long before = catalogue.question("k-1").orElseThrow().id();
    Path file = Files.writeString(FOLDER.resolve("kernels.yaml"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
    for (int tries = 0; catalogue.question("k-1").orElseThrow().id() == before; tries++) {
      assertThat(tries).as("tenths of a second").isLessThan(300);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("quizzes-");
      Files.writeString(folder.resolve("kernels.yaml"), QUIZ);
      Files.writeString(folder.resolve("kernels.zh-CN.yaml"), CHINESE);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
