package app.keypoint.cohort.ui.assignment;

import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A cohort's coming exams in a line, the nearest first; hidden when there are none. */
public class ComingExams extends UnorderedList {

  /**
   * @param days by quiz id, past ones too
   */
  public ComingExams(List<Quiz> quizzes, Map<String, LocalDate> days, LocalDate today) {
    addClassName("exams");
    List<Exam> coming =
        quizzes.stream()
            .filter(quiz -> days.containsKey(quiz.id()))
            .map(
                quiz ->
                    new Exam(QuizTexts.title(quiz), Objects.requireNonNull(days.get(quiz.id()))))
            .filter(exam -> !exam.day.isBefore(today))
            .sorted(Comparator.comparing(Exam::day))
            .toList();
    for (Exam exam : coming) {
      String words = getTranslation("cohort.exams.on", exam.quiz, words(exam.day, today));
      add(new ListItem(new Tag(words, Tag.Kind.PLAIN)));
    }
    setVisible(!coming.isEmpty());
  }

  /** Without the year while it goes without saying. */
  private String words(LocalDate day, LocalDate today) {
    DateTimeFormatter format =
        day.getYear() == today.getYear()
            ? DateTimeFormatter.ofPattern(getTranslation("ui.day-format"), getLocale())
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(getLocale());
    return format.format(day);
  }

  private record Exam(String quiz, LocalDate day) {}
}
