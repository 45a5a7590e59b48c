package app.keypoint.cohort.ui.export;

import app.keypoint.cohort.Assignments.Assignment;
import app.keypoint.cohort.Assignments.Standing;
import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.statistics.CohortExports.RosterMember;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.ui.dashboard.NudgeText;
import app.keypoint.content.Quiz;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.Deadline.State;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a cohort, each said once: whatever shows, prints or saves one takes it from here.
 * Figures come with what they rest on.
 *
 * @param zone in which moments are told
 */
public record CohortTables(ExportWords words, ZoneId zone) {

  /** Of {@link #FIGURES} what they sign in with. */
  public static final String USERNAME = "username";

  /** What {@link #learners} can show besides the name and the nudges, in the screen's order. */
  public static final List<String> FIGURES =
      List.of(
          USERNAME,
          "joined",
          "due",
          "overdue",
          "suspended",
          "cards",
          "mature",
          "retained",
          "trend",
          "finished",
          "last-seen");

  /** Of {@link #FIGURES} how many quizzes are finished. */
  public static final String FINISHED = "finished";

  /** Of {@link #FIGURES} the reviews by week. */
  public static final String TREND = "trend";

  /** By what a learner's figures in a quiz are shown. */
  public static String shownAs(Quiz quiz) {
    return "quiz " + quiz.id();
  }

  /**
   * Learners in the order given.
   *
   * @param nudges of each of them
   * @param reviews of each of them by week, the oldest first; empty when there are none
   * @param shown which of {@link #FIGURES} and {@link #shownAs} to take
   */
  public Table<Member> learners(
      List<Quiz> quizzes,
      List<Member> members,
      Function<Member, List<Nudge>> nudges,
      Function<Member, List<Integer>> reviews,
      Predicate<String> shown) {
    List<Column<Member>> columns = new ArrayList<>();
    columns.add(Column.text(words.of("cohort.csv.name"), Member::name));
    FIGURES.stream()
        .filter(shown)
        .forEach(figure -> columns.addAll(figure(figure, quizzes, reviews)));
    columns.add(Column.text(words.of("cohort.csv.state"), this::state));
    columns.add(
        Column.text(words.of("cohort.csv.nudges"), member -> said(member, nudges.apply(member))));
    quizzes.stream()
        .filter(quiz -> shown.test(shownAs(quiz)))
        .forEach(quiz -> columns.addAll(quiz(quiz)));
    return Table.of(words.of("cohort.members.title"), columns, members);
  }

  private List<Column<Member>> figure(
      String figure, List<Quiz> quizzes, Function<Member, List<Integer>> reviews) {
    if (figure.equals(TREND)) {
      return IntStream.range(0, CohortTrends.TREND_WEEKS)
          .mapToObj(week -> reviewsOf(week, reviews))
          .toList();
    }
    if (figure.equals(USERNAME)) {
      return List.of(Column.text(words.of("cohort.roster.username"), Member::username));
    }
    String heading = words.of("cohort.csv." + figure);
    return switch (figure) {
      case "joined" -> List.of(Column.day(heading, Member::joined));
      case "last-seen" -> List.of(Column.moment(heading, zone, Member::lastSeen));
      case FINISHED ->
          List.of(
              Column.whole(heading, member -> member.finishedOf(quizzes)),
              Column.whole(words.of("cohort.csv.quizzes"), _ -> quizzes.size()));
      case "due" -> List.of(Column.whole(heading, member -> member.load().due()));
      case "overdue" -> List.of(Column.whole(heading, member -> member.load().overdue()));
      case "suspended" -> List.of(Column.whole(heading, member -> member.load().suspended()));
      case "cards" -> List.of(Column.whole(heading, member -> member.load().cards()));
      case "mature" -> List.of(Column.whole(heading, member -> member.load().mature()));
      case "retained" ->
          List.of(
              Column.share(heading, member -> member.retained().rate()),
              Column.whole(words.of("cohort.csv.reviews"), member -> member.retained().reviews()));
      default -> throw new IllegalArgumentException(figure);
    };
  }

  private Column<Member> reviewsOf(int week, Function<Member, List<Integer>> reviews) {
    return Column.whole(
        words.of("cohort.csv.trend", CohortTrends.TREND_WEEKS - 1 - week),
        member -> {
          List<Integer> weeks = reviews.apply(member);
          return weeks.isEmpty() ? 0 : weeks.get(week);
        });
  }

  private List<Column<Member>> quiz(Quiz quiz) {
    String title = words.title(quiz);
    List<Column<Member>> columns = new ArrayList<>();
    columns.add(
        Column.whole(
            words.of("cohort.csv.attempts", title),
            member -> {
              QuizStanding standing = member.standingOf(quiz);
              return standing == null ? 0 : standing.finished();
            }));
    columns.add(best(words.of("cohort.csv.best", title), quiz));
    for (int i = 0; i < quiz.keyPoints().size(); i++) {
      int nth = i;
      columns.add(
          Column.share(
              words.of("cohort.csv.point", words.title(quiz.keyPoints().get(i))),
              member -> retained(member.masteryOf(quiz), nth)));
    }
    return columns;
  }

  private static Column<Member> best(String heading, Quiz quiz) {
    return Column.share(
        heading,
        member -> {
          QuizStanding standing = member.standingOf(quiz);
          return standing == null ? null : standing.best();
        });
  }

  private static @Nullable Double retained(List<KeyPointMastery> mastery, int nth) {
    return nth >= mastery.size() || mastery.get(nth).cards() == 0
        ? null
        : mastery.get(nth).retained();
  }

  /** Of the account, when nobody can learn with it any more. */
  private @Nullable String state(Member member) {
    return member.inUse()
        ? null
        : words.of(member.erased() ? "cohort.erased" : "cohort.switched-off");
  }

  private String said(Member member, List<Nudge> nudges) {
    if (!member.inUse()) {
      return "";
    }
    return nudges.stream()
        .map(nudge -> NudgeText.reason(words.texts(), words::title, nudge))
        .collect(Collectors.joining("; "));
  }

  /** Learners' best scores in some quizzes, narrow enough to be printed. */
  Table<Member> scores(List<Quiz> quizzes, List<Member> members) {
    List<Column<Member>> columns = new ArrayList<>();
    columns.add(Column.text(words.of("cohort.csv.name"), Member::name));
    quizzes.forEach(quiz -> columns.add(best(words.title(quiz), quiz)));
    return Table.of(words.of("cohort.table.scores"), columns, members);
  }

  /** Who is in it. */
  Table<RosterMember> roster(List<RosterMember> members) {
    return Table.of(
        words.of("cohort.table.roster"),
        List.of(
            Column.text(words.of("cohort.csv.name"), RosterMember::name),
            Column.text(words.of("cohort.roster.username"), RosterMember::username),
            Column.moment(words.of("cohort.csv.joined"), zone, RosterMember::joined)),
        members);
  }

  /** The questions most missed. */
  Table<Dashboard.HardQuestion> hardest(Dashboard dashboard) {
    return Table.of(
        words.of("cohort.hardest.title"),
        List.of(
            Column.text(words.of("cohort.item.question"), it -> words.prompt(it.question())),
            Column.text(words.of("cohort.statistics.quiz"), it -> words.title(it.quiz())),
            Column.share(words.of("cohort.item.facility"), Dashboard.HardQuestion::facility),
            Column.whole(
                words.of("cohort.table.first-attempts"), Dashboard.HardQuestion::attempts)),
        dashboard.hardest());
  }

  /** The questions that are forgotten again and again. */
  Table<Dashboard.Leech> leeches(Dashboard dashboard) {
    return Table.of(
        words.of("cohort.leeches.title"),
        List.of(
            Column.text(words.of("cohort.item.question"), it -> words.prompt(it.question())),
            Column.text(words.of("cohort.statistics.quiz"), it -> words.title(it.quiz())),
            Column.whole(words.of("cohort.table.leech-of"), Dashboard.Leech::learners),
            Column.whole(words.of("cohort.table.holders"), Dashboard.Leech::holders)),
        dashboard.leeches());
  }

  /** What was said to be wrong with questions. */
  Table<ReportedProblem> reports(List<ReportedProblem> problems) {
    return Table.of(
        words.of("cohort.reports.title"),
        List.of(
            Column.moment(words.of("cohort.table.reported"), zone, ReportedProblem::at),
            Column.text(words.of("cohort.csv.name"), ReportedProblem::learner),
            Column.text(words.of("cohort.item.question"), it -> words.prompt(it.question())),
            Column.text(words.of("cohort.table.note"), ReportedProblem::note)),
        problems);
  }

  /** A learner's part of an assignment. */
  public record AssignedLearner(Assignment assignment, Standing standing) {

    /** Every learner's part of every one. */
    static List<AssignedLearner> of(List<Assignment> assignments) {
      return assignments.stream()
          .flatMap(
              each -> each.learners().stream().map(learner -> new AssignedLearner(each, learner)))
          .toList();
    }

    Instant due() {
      return standing.deadline().due();
    }

    @Nullable Instant done() {
      return standing.deadline().done();
    }

    /** By how many days it is or was late, as the screens count them; null when it is not. */
    public @Nullable Long late(Instant now, ZoneId zone) {
      return switch (standing.deadline().state(now)) {
        case LATE, DONE_LATE -> standing.deadline().daysLate(now, zone);
        default -> null;
      };
    }
  }

  /** Where each learner stands with each assignment. */
  public Table<AssignedLearner> assignments(List<Assignment> assignments, Instant now) {
    return Table.of(
        words.of("cohort.assign"),
        List.of(
            Column.text(
                words.of("cohort.statistics.quiz"), it -> words.title(it.assignment().quiz())),
            Column.text(words.of("cohort.csv.name"), it -> it.standing().name()),
            Column.text(
                words.of("cohort.assign.state"),
                it -> words.of("cohort.assign.state." + it.standing().deadline().state(now))),
            Column.moment(words.of("cohort.assign.due-at"), zone, AssignedLearner::due),
            Column.text(
                words.of("cohort.assign.extension"),
                it ->
                    it.standing().deadline().extended() ? words.of("cohort.table.extended") : null),
            Column.moment(words.of("cohort.table.done"), zone, AssignedLearner::done),
            Column.whole(words.of("cohort.table.days-late"), it -> it.late(now, zone)),
            Column.share(words.of("cohort.table.wanted"), it -> it.assignment().terms().wanted())),
        AssignedLearner.of(assignments));
  }

  /** How an assignment goes, a row each. */
  Table<Assignment> assignmentsInShort(List<Assignment> assignments, Instant now) {
    return Table.of(
        words.of("cohort.assign"),
        List.of(
            Column.text(words.of("cohort.statistics.quiz"), it -> words.title(it.quiz())),
            Column.moment(words.of("cohort.assign.due-at"), zone, it -> it.terms().due()),
            Column.whole(
                words.of("cohort.table.finished"),
                it -> it.count(now, State.DONE, State.DONE_LATE)),
            Column.whole(
                words.of("cohort.table.finished-late"), it -> it.count(now, State.DONE_LATE)),
            Column.whole(words.of("cohort.table.late"), it -> it.count(now, State.LATE)),
            Column.whole(words.of("cohort.members.title"), it -> it.learners().size())),
        assignments);
  }

  /** Reviews by week as {@link CohortTrends#reviewsByWeek} has them. */
  public static Function<Member, List<Integer>> reviews(Map<Long, List<Integer>> byLearner) {
    return member -> byLearner.getOrDefault(member.learnerId(), List.of());
  }

  /** Nudges of nobody else but what a dashboard has. */
  public static Function<Member, List<Nudge>> nudges(Map<Long, List<Nudge>> byLearner) {
    return member -> byLearner.getOrDefault(member.learnerId(), List.of());
  }
}
