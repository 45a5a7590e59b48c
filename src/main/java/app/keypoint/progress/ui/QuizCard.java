package app.keypoint.progress.ui;

import app.keypoint.progress.QuizProgress;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;

/** A quiz on the page of all quizzes. */
final class QuizCard extends Article {

  QuizCard(QuizProgress quiz, Instant now) {
    addClassNames("card", "quiz-card");
    Paragraph section = new Paragraph(quiz.quiz().article().section());
    section.addClassNames("muted", "small");
    Paragraph facts = new Paragraph(QuizFacts.now(quiz, now));
    facts.addClassNames("muted", "small");
    add(
        new H2(QuizLinks.page(quiz)),
        section,
        facts,
        QuizFacts.standing(quiz),
        QuizLinks.action(quiz));
  }
}
