package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.statistics.QuestionStatistics.Report;
import app.keypoint.cohort.ui.export.ExportWords;
import app.keypoint.content.Markdown;
import app.keypoint.content.Option;
import app.keypoint.content.Question;
import app.keypoint.quiz.ItemStatistics.Item;
import app.keypoint.quiz.ItemStatistics.OptionFigures;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Part;
import app.keypoint.quiz.ItemStatistics.OptionFigures.Verdict;
import app.keypoint.review.statistics.ReviewStatistics.Leeches;
import app.keypoint.statistics.TotalFigures;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statistics of a quiz's questions as tables: the whole, its questions, and their options. */
record StatisticsTables(ExportWords words, Report report) {

  /** Keys of the titles of {@link #all}. */
  static final List<String> TITLES =
      List.of("cohort.items.title", "cohort.option.table", "cohort.total.title");

  private static final double PER_CENT = 100;
  private static final Leeches NOBODY = new Leeches(0, 0);

  /** All three, of which the questions come first. */
  List<Table<?>> all() {
    return List.of(questions(), options(), whole());
  }

  /** A figure of the quiz as a whole. */
  private record Figure(String name, @Nullable Double value) {}

  /** The quiz as a whole, a row a figure. */
  Table<?> whole() {
    TotalFigures total = report.statistics().total();
    List<Figure> figures =
        total == null
            ? List.of()
            : List.of(
                figure("mean", total.mean()),
                figure("median", total.median()),
                figure("deviation", total.deviation()),
                figure("skewness", total.skewness()),
                figure("kurtosis", total.kurtosis()),
                figure("alpha", total.alpha()),
                figure("error-ratio", total.errorRatio()),
                figure("standard-error", total.standardError()),
                new Figure(words.of("cohort.table.attempts"), (double) total.attempts()),
                new Figure(words.of("cohort.items.title"), (double) questionCount()));
    List<Column<Figure>> columns =
        List.of(
            Column.text(words.of("cohort.table.figure"), Figure::name),
            Column.decimal(words.of("cohort.table.value"), Figure::value));
    return Table.of(words.of("cohort.total.title"), columns, figures);
  }

  private Figure figure(String key, @Nullable Double value) {
    return new Figure(words.of("cohort.total." + key), value);
  }

  private int questionCount() {
    return report.statistics().items().size();
  }

  private int attempts() {
    TotalFigures total = report.statistics().total();
    return total == null ? 0 : total.attempts();
  }

  /** A row a question. */
  Table<Item> questions() {
    return Table.of(
        words.of("cohort.items.title"),
        List.of(
            Column.text(words.of("cohort.item.question"), it -> words.prompt(question(it))),
            Column.share(words.of("cohort.item.facility"), it -> it.figures().facility()),
            Column.whole(words.of("cohort.table.attempts"), _ -> attempts()),
            Column.decimal(words.of("cohort.item.deviation"), it -> it.figures().deviation()),
            Column.share(
                words.of("cohort.item.discrimination"), it -> share(it.figures().discrimination())),
            Column.share(
                words.of("cohort.item.efficiency"), it -> share(it.figures().efficiency())),
            Column.share(words.of("cohort.item.weight"), it -> share(it.figures().weight())),
            Column.decimal(
                words.of("cohort.table.seconds"), it -> it.meanTime().toMillis() / 1000.0),
            Column.whole(
                words.of("cohort.item.problems"),
                it -> report.problems().getOrDefault(question(it).id(), 0L)),
            Column.whole(
                words.of("cohort.table.leech-of"),
                it -> practised(it) ? leeches(it).learners() : null),
            Column.whole(words.of("cohort.table.holders"), it -> leeches(it).holders()),
            Column.text(
                words.of("cohort.table.remark"),
                it -> it.checkKey() ? words.of("cohort.option.CHECK_KEY") : null)),
        report.statistics().items());
  }

  /** Without anybody who practises it, it cannot be told who keeps forgetting it. */
  private boolean practised(Item item) {
    return leeches(item).holders() > 0;
  }

  private Leeches leeches(Item item) {
    return report.leeches().getOrDefault(question(item).id(), NOBODY);
  }

  private static Question question(Item item) {
    return item.asked().question();
  }

  private static @Nullable Double share(@Nullable Double perCent) {
    return perCent == null ? null : perCent / PER_CENT;
  }

  private static @Nullable Double share(Part third) {
    return third.of() == 0 ? null : third.share();
  }

  /** An option of a question. */
  private record Chosen(Item item, OptionFigures figures) {}

  /** A row an option. */
  Table<?> options() {
    List<Column<Chosen>> columns =
        List.of(
            Column.text(words.of("cohort.item.question"), it -> words.prompt(question(it.item()))),
            Column.text(words.of("cohort.option.text"), this::text),
            Column.whole(words.of("cohort.option.chosen"), it -> it.figures().chosen()),
            Column.share(words.of("cohort.option.share"), it -> it.figures().share()),
            Column.whole(words.of("cohort.table.attempts"), _ -> attempts()),
            Column.share(words.of("cohort.option.upper"), it -> share(it.figures().upper())),
            Column.whole(words.of("cohort.table.upper-attempts"), it -> it.figures().upper().of()),
            Column.share(words.of("cohort.option.lower"), it -> share(it.figures().lower())),
            Column.whole(words.of("cohort.table.lower-attempts"), it -> it.figures().lower().of()),
            Column.decimal(words.of("cohort.option.mean-total"), it -> it.figures().meanTotal()),
            Column.decimal(
                words.of("cohort.option.point-biserial"), it -> it.figures().pointBiserial()),
            Column.text(words.of("cohort.table.remark"), this::remark));
    return Table.of(
        words.of("cohort.option.table"),
        columns,
        report.statistics().items().stream()
            .flatMap(item -> item.options().stream().map(option -> new Chosen(item, option)))
            .toList());
  }

  private @Nullable String text(Chosen chosen) {
    Locale locale = words.locale();
    return words.translations().of(question(chosen.item()), locale).text()
            instanceof Question.Choice choice
        ? choice.options().stream()
            .filter(option -> option.id().equals(chosen.figures().optionId()))
            .map(Option::text)
            .map(Markdown::text)
            .findFirst()
            .orElse(null)
        : null;
  }

  private @Nullable String remark(Chosen chosen) {
    OptionFigures figures = chosen.figures();
    if (figures.correct()) {
      return words.of("cohort.option.key");
    }
    return figures.verdict() == Verdict.WORKS
        ? null
        : words.of("cohort.option." + figures.verdict());
  }
}
