package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.percent;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.content.Quiz;
import app.keypoint.content.Translations;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.identity.Account;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.practice.Exams;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.QuizProgress;
import app.keypoint.review.NewCards;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Stat;
import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** One quiz: its key points and how well the learner holds each. */
@Route("quiz/:quizId")
@PermitAll
class QuizView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** Of an address that leads to the article, open. */
  private static final String ARTICLE = "article";

  private final LearnerProgress progress;
  private final CurrentAccount current;
  private final NewCards newCards;
  private final Exams exams;
  private final Clock clock;
  private String title = "";
  private boolean reading;

  QuizView(
      LearnerProgress progress,
      CurrentAccount current,
      NewCards newCards,
      Exams exams,
      Clock clock) {
    this.progress = progress;
    this.current = current;
    this.newCards = newCards;
    this.exams = exams;
    this.clock = clock;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String quizId = event.getRouteParameters().get("quizId").orElseThrow(NotFoundException::new);
    reading = event.getLocation().getQueryParameters().getParameters().containsKey(ARTICLE);
    show(progress.quiz(current.get(), quizId));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private void show(QuizProgress quiz) {
    title = QuizTexts.title(quiz.quiz());
    removeAll();
    Account learner = current.get();
    add(
        header(quiz),
        StaticMarkup.of(figures(quiz)),
        StaticMarkup.of(keyPoints(quiz)),
        article(quiz.quiz()),
        new QuizPlan(
            quiz,
            learner,
            newCards,
            exams,
            learner.today(clock),
            () -> show(progress.quiz(current.get(), quiz.quiz().id()))));
  }

  private static PageHeader header(QuizProgress quiz) {
    Worded<Quiz> worded = QuizTexts.of(quiz.quiz());
    Quiz.Article article = worded.text().article();
    return new PageHeader(
        QuizTexts.marked(new H1(worded.text().title()), worded.language()),
        text("quiz.section", article.title(), article.section()),
        QuizLinks.action(quiz).map(QuizLinks::primary).stream().toArray(Component[]::new));
  }

  /** To be read before the quiz, where its author lets it. */
  private Div article(Quiz quiz) {
    Div place = new Div();
    if (quiz.article().opens()) {
      NativeDetails article =
          new NativeDetails(
              getTranslation("content.read-article"),
              Rich.html(quiz.article().text(), Translations.ORIGINAL));
      article.addClassNames("card", "article");
      if (reading) {
        article.setOpen(true);
        article.getElement().callJsFunction("scrollIntoView");
      }
      place.add(article);
    }
    return place;
  }

  private static Div figures(QuizProgress quiz) {
    Double best = quiz.best();
    Div figures =
        new Div(
            new Stat(
                percent(quiz.retained()),
                text("quiz.stat-retained"),
                text("quiz.stat-cards", quiz.cards(), quiz.quiz().questions().size())),
            new Stat(
                best == null ? "–" : percent(best),
                text("quiz.stat-best"),
                text("quiz.attempts", quiz.attempts())));
    figures.addClassName("stats");
    return figures;
  }

  private static Section keyPoints(QuizProgress quiz) {
    Paragraph meaning = new Paragraph(text("quiz.key-points-text"));
    meaning.addClassNames("muted", "small");
    Section section =
        new Section(
            new H2(text("quiz.key-points-title")), meaning, new KeyPointList(quiz.mastery()));
    section.addClassNames("card", "quiz-key-points");
    return section;
  }
}
