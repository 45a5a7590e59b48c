package app.keypoint.progress.ui;

import app.keypoint.content.Quiz;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.QuizProgress;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;

/** A quiz on the page of all quizzes. */
final class QuizCard extends Article {

  QuizCard(QuizProgress quiz, Instant now) {
    addClassNames("card", "quiz-card");
    Div head = new Div(new H2(QuizLinks.page(quiz)));
    Worded<Quiz> worded = QuizTexts.of(quiz.quiz());
    String section = worded.text().article().section();
    if (!section.equalsIgnoreCase(worded.text().title())) {
      head.add(QuizTexts.marked(note(section), worded.language()));
    }
    head.add(note(QuizFacts.size(quiz)));
    head.addClassName("stacked");
    add(head, QuizFacts.standing(quiz, now));
    QuizLinks.action(quiz).ifPresent(this::add);
  }

  private static Paragraph note(String words) {
    Paragraph note = new Paragraph(words);
    note.addClassNames("muted", "small");
    return note;
  }
}
