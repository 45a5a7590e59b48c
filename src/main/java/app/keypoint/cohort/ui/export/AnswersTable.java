package app.keypoint.cohort.ui.export;

import app.keypoint.cohort.statistics.CohortExports.LearnerAnswer;
import app.keypoint.content.Markdown;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.content.Response;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every answer of a cohort, a row each. Keeps words of questions, of which there are few. */
public final class AnswersTable {

  private static final double MILLIS = 1000;

  private final ExportWords words;
  private final Map<String, String> titles;
  private final IdentityHashMap<Question, Question> worded = new IdentityHashMap<>();
  private final IdentityHashMap<Question, String> prompts = new IdentityHashMap<>();
  private final Map<String, String> options = new HashMap<>();

  public AnswersTable(ExportWords words, List<Quiz> quizzes) {
    this.words = words;
    this.titles = quizzes.stream().collect(Collectors.toMap(Quiz::id, words::title));
  }

  /**
   * @param zone in which moments are told
   */
  public Table<LearnerAnswer> of(ZoneId zone, Table.Rows<LearnerAnswer> rows) {
    return new Table<>(
        words.of("cohort.table.answers"),
        List.of(
            Column.text(words.of("cohort.csv.name"), LearnerAnswer::name),
            Column.text(words.of("cohort.roster.username"), LearnerAnswer::username),
            Column.moment(words.of("cohort.table.at"), zone, LearnerAnswer::at),
            Column.text(
                words.of("cohort.table.occasion"),
                it -> words.of("cohort.table.occasion." + it.occasion())),
            Column.text(
                words.of("cohort.statistics.quiz"),
                it -> titles.getOrDefault(it.quizId(), it.quizId())),
            Column.whole(words.of("cohort.table.attempt"), LearnerAnswer::attempt),
            Column.text(words.of("cohort.table.attempt-state"), this::state),
            Column.text(words.of("cohort.table.question-id"), LearnerAnswer::questionId),
            Column.text(words.of("cohort.item.question"), it -> prompt(it.question())),
            Column.text(
                words.of("cohort.table.answer"), it -> answer(it.question(), it.response())),
            Column.decimal(words.of("cohort.table.marks"), LearnerAnswer::marks),
            Column.whole(words.of("cohort.table.grade"), LearnerAnswer::grade),
            Column.decimal(words.of("cohort.table.seconds"), it -> seconds(it.timeTaken()))),
        rows);
  }

  private @Nullable String state(LearnerAnswer answer) {
    return answer.state() == null ? null : words.of("cohort.history.attempt." + answer.state());
  }

  private @Nullable String prompt(@Nullable Question question) {
    return question == null ? null : prompts.computeIfAbsent(question, words::prompt);
  }

  private @Nullable String answer(@Nullable Question question, @Nullable Response response) {
    return switch (response) {
      case null -> null;
      case Response.Typed typed -> typed.text();
      case Response.Picked picked -> picked(question, picked);
    };
  }

  private String picked(@Nullable Question question, Response.Picked picked) {
    if (question != null
        && worded.computeIfAbsent(
                question, it -> words.translations().of(it, words.locale()).text())
            instanceof Question.Choice choice) {
      return choice.options().stream()
          .filter(option -> picked.optionIds().contains(option.id()))
          .map(option -> options.computeIfAbsent(option.text(), Markdown::text))
          .collect(Collectors.joining(" | "));
    }
    return picked.optionIds().stream().sorted().collect(Collectors.joining(" | "));
  }

  private static @Nullable Double seconds(@Nullable Duration taken) {
    return taken == null ? null : taken.toMillis() / MILLIS;
  }
}
