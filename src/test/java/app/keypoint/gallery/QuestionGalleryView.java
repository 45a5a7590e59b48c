package app.keypoint.gallery;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.content.TypedKey;
import app.keypoint.content.grading.Grading;
import app.keypoint.content.ui.AskedQuestion;
import app.keypoint.content.ui.Keys;
import app.keypoint.content.ui.QuestionPanel;
import app.keypoint.content.ui.QuestionScreen;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** A question of each type, to be answered. */
@Route(value = "gallery/:type", autoLayout = false)
@AnonymousAllowed
class QuestionGalleryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final List<Option> OPTIONS =
      List.of(
          new Option(
              "a", "The weights answer faster than any API could", false, "Speed is not it."),
          new Option(
              "b",
              "The API costs more than the hardware",
              false,
              "Price is not the obstacle that the interview names."),
          new Option(
              "c",
              "It needs the model and its *data* hosted at home",
              true,
              "Open weights can be stored and run inside the United States."),
          new Option("d", "The API lacks `tools`", false, "Tools are there."));

  private static final TypedKey KEY = new TypedKey("three", List.of("3"), List.of(), true);
  private static final String WHY =
      "Adoption, not ideology, drives the release: a buyer that will not accept a foreign API can"
          + " still host the weights itself.";
  private static final String STEM =
      "Why would a Western company run Z.ai’s open weights but hesitate to call its hosted API?";

  @Override
  public String getPageTitle() {
    return "Question";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Question question =
        switch (event.getRouteParameters().get("type").orElseThrow()) {
          case "single" -> new Question.Single("q", "kp", STEM, OPTIONS, WHY);
          case "multi" -> new Question.Multi("q", "kp", STEM, OPTIONS, WHY);
          case "cloze" ->
              new Question.Cloze(
                  "q",
                  "kp",
                  "Before the single model, {{three::a number}} teachers were trained.",
                  KEY,
                  WHY);
          case "blanks" ->
              new Question.Cloze(
                  "q",
                  "kp",
                  "Before the single model, {{three::a number}} teachers were trained, one for each"
                      + " {{field}}.",
                  List.of(
                      KEY,
                      new TypedKey(
                          "field",
                          List.of("domain"),
                          List.of(
                              new TypedKey.WrongAnswer(
                                  "language", "The model speaks all of them.")),
                          true)),
                  WHY);
          default ->
              new Question.Recall(
                  "q",
                  "kp",
                  "Before the single released model, how many specialised teaching models did the"
                      + " team train?",
                  KEY,
                  WHY);
        };
    Quiz.Article article = new Quiz.Article("An interview", "Someone", "The open source gambit");
    QuestionVersion version = new QuestionVersion(1, "quiz", 1, question);
    Quiz quiz =
        new Quiz(
            "quiz",
            "The open source gambit",
            1,
            article,
            List.of(
                new KeyPoint(
                    "kp", "quiz", "Hosting", null, "Weights travel where an API may not.", 1)),
            List.of(version));
    List<String> order =
        question instanceof Question.Choice ? List.of("a", "b", "c", "d") : List.of();
    AskedQuestion asked = new AskedQuestion(version, order, quiz);
    QuestionScreen screen = new QuestionScreen("Leave", () -> {});
    screen.setProgress(6, 14);
    QuestionPanel[] panel = new QuestionPanel[1];
    panel[0] =
        new QuestionPanel(
            response -> {
              panel[0].reveal(asked, response, Grading.outcome(question, response));
              screen.setFoot(question instanceof Question.Typed ? grades() : note(), next());
            },
            () -> {});
    panel[0].ask(asked);
    screen.setBody(panel[0]);
    removeAll();
    add(screen);
  }

  private static Span note() {
    Span note = new Span("Counted as forgotten: it comes back later today, then tomorrow.");
    note.addClassNames("muted", "small");
    return note;
  }

  private static NativeButton next() {
    NativeButton next = Keys.primary("Continue", () -> {});
    next.addAttachListener(attach -> next.focus());
    return next;
  }

  private static Div grades() {
    Div grades = new Div();
    grades.addClassName("grades");
    for (String name : List.of("Forgot", "Hard", "Good", "Easy")) {
      NativeButton button = new NativeButton();
      Span key = new Span("1");
      key.addClassName("kbd");
      Span interval = new Span(name.equals("Forgot") ? "again today" : "38 days");
      interval.addClassNames("small", "num");
      button.add(new Span(name), key, interval);
      button.addClassName("g");
      if (name.equals("Good")) {
        button.addClassName("sel");
      }
      grades.add(button);
    }
    return grades;
  }
}
