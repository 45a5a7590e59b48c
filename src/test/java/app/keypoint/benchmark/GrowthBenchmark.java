package app.keypoint.benchmark;

import app.keypoint.KeypointApplication;
import app.keypoint.cards.Cards;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.dashboard.Dashboards;
import app.keypoint.cohort.dashboard.Learners;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.Signed;
import app.keypoint.insight.evaluation.Comparison;
import app.keypoint.progress.Invitations;
import app.keypoint.progress.LearnerProgress;
import app.keypoint.progress.Progress;
import app.keypoint.quiz.AssignedQuizzes;
import app.keypoint.review.Reviewing;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.support.StoredLog;
import app.keypoint.support.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the services behind the main screens take for learners whose logs are ten and a hundred
 * times as long as another's, and for the cohorts that these are in with two dozen others: in one
 * database, in turns, so that what else the machine does falls on all alike. The least of them have
 * learned for as long as any screen looks back, 36 reviews a day; then three years, 100 a day, and
 * ten years, 274 a day.
 *
 * <p>Arguments: the largest log (1,000,000 unless told). Ends with 1 when what is meant to be flat
 * is not.
 */
final class GrowthBenchmark {

  /** So many entries, and reviews of a day. */
  private record Size(long entries, int perDay) {}

  private static final List<Size> SIZES =
      List.of(new Size(10_000, 36), new Size(100_000, 100), new Size(1_000_000, 274));

  /** Others in a cohort, and what each of them has. */
  private static final int OTHERS = 24;

  private static final long OF_OTHERS = 1_000;
  private static final int OF_OTHERS_A_DAY = 36;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 30;
  private static final int FEW = 3;
  private static final double FLAT = 1.3;

  private enum Page {
    TODAY("Today", true),
    QUEUE("the queue", true),
    CARDS("Cards", true),
    PROGRESS("Progress", true),
    COHORT("a cohort's page", true),
    COMPARISON("comparison of schedulers", false);

    private final String called;
    private final boolean flat;

    Page(String called, boolean flat) {
      this.called = called;
      this.flat = flat;
    }
  }

  /** A learner with so many entries, and their cohort. */
  private record Subject(long size, Account learner, Account instructor, Cohort cohort) {}

  private final ConfigurableApplicationContext context;

  private GrowthBenchmark(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static void main(String[] args) {
    long most = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    boolean flat;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(KeypointApplication.class)
            .initializers(new TestDatabase())
            .run("--server.port=0", "--logging.level.root=error")) {
      flat = new GrowthBenchmark(context).measure(most);
    }
    System.exit(flat ? 0 : 1);
  }

  private boolean measure(long most) {
    List<Subject> subjects = subjects(most);
    System.out.printf(
        "%nMilliseconds (median of %d, in turns) by entries of the log, on %s%n%n",
        ROUNDS, MeasuredLearners.onPostgres() ? "PostgreSQL" : "H2");
    System.out.printf("%-28s", "");
    subjects.forEach(subject -> System.out.printf(" %,12d", subject.size()));
    System.out.printf(" %8s  %s%n", "ratio", "meant to be flat");
    boolean allFlat = true;
    for (Page page : Page.values()) {
      List<Double> medians = taken(page, subjects).stream().map(Taken::median).toList();
      double ratio = Collections.max(medians) / medians.getFirst();
      boolean within = ratio <= FLAT;
      allFlat &= within || !page.flat;
      System.out.printf("%-28s", page.called);
      medians.forEach(median -> System.out.printf(" %12.2f", median));
      System.out.printf(
          " %8.2f  %s%n",
          ratio, page.flat ? within ? "yes" : "yes, AND IS NOT" : "no, reads it all");
    }
    return allFlat;
  }

  private List<Subject> subjects(long most) {
    JdbcTemplate sql = context.getBean(JdbcTemplate.class);
    Account instructor = MeasuredAccounts.add(context, Role.INSTRUCTOR, 0);
    long like = MeasuredAccounts.add(context, Role.LEARNER, 1).id();
    List<Size> sizes = SIZES.stream().filter(size -> size.entries() <= most).toList();
    List<Long> ids = StoredLog.accounts(sql, like, sizes.size() * (OTHERS + 1));
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Size size = sizes.get(i);
      int first = i * (OTHERS + 1);
      Cohort cohort =
          Signed.in(
              context,
              instructor,
              () -> context.getBean(Cohorts.class).create(instructor.id(), "Measured"));
      MeasuredLearners one =
          MeasuredLearners.of(context, ids.subList(first, first + 1), first, size.perDay());
      MeasuredLearners others =
          MeasuredLearners.of(
              context, ids.subList(first + 1, first + 1 + OTHERS), first + 1, OF_OTHERS_A_DAY);
      one.join(cohort.id());
      others.join(cohort.id());
      one.grow(0, size.entries());
      others.grow(0, OF_OTHERS);
      one.analyse();
      Account learner = context.getBean(Accounts.class).require(ids.get(first));
      subjects.add(new Subject(size.entries(), learner, instructor, cohort));
    }
    return subjects;
  }

  private List<Taken> taken(Page page, List<Subject> subjects) {
    int rounds = page.flat ? ROUNDS : FEW;
    int warmUp = page.flat ? WARM_UP : 1;
    List<List<Long>> nanos =
        subjects.stream().map(_ -> (List<Long>) new ArrayList<Long>()).toList();
    IntStream.range(0, warmUp + rounds)
        .forEach(
            round -> {
              for (int i = 0; i < subjects.size(); i++) {
                long start = System.nanoTime();
                show(page, subjects.get(i));
                if (round >= warmUp) {
                  nanos.get(i).add(System.nanoTime() - start);
                }
              }
            });
    return nanos.stream().map(Taken::of).toList();
  }

  private void show(Page page, Subject subject) {
    Account who = page == Page.COHORT ? subject.instructor() : subject.learner();
    int shown =
        Signed.in(
            context,
            who,
            () ->
                switch (page) {
                  case TODAY -> today(subject.learner());
                  case QUEUE ->
                      context.getBean(Reviewing.class).queue(subject.learner()).progress().left();
                  case CARDS -> cards(subject.learner());
                  case PROGRESS -> progress(subject.learner());
                  case COHORT -> cohort(subject);
                  case COMPARISON ->
                      Comparison.of(
                              context.getBean(ReviewHistory.class).answers(subject.learner().id()))
                          .answers();
                });
    if (shown == 0) {
      throw new IllegalStateException("Nothing to show on " + page.called);
    }
  }

  /** As TodayView asks. */
  private int today(Account learner) {
    Progress progress = context.getBean(LearnerProgress.class).of(learner);
    return context.getBean(Invitations.class).of(learner.id()).size()
        + context.getBean(AssignedQuizzes.class).of(learner.id()).size()
        + progress.lastWeeks(18).size()
        + progress.streak().current();
  }

  private int cards(Account learner) {
    Cards cards = context.getBean(Cards.class);
    return cards.count(learner, Cards.Filter.ALL)
        + cards.find(learner, Cards.Filter.ALL, Cards.Order.NEXT_DAY, false, 0, 25).size();
  }

  /** As LearnerDetail asks. */
  private int progress(Account learner) {
    Progress progress = context.getBean(LearnerProgress.class).of(learner);
    return progress.lastWeeks(40).size()
        + progress.weeks(12).size()
        + progress.hardest(5).size()
        + progress.streak().longest()
        + progress.confidence().answers();
  }

  private int cohort(Subject subject) {
    long instructor = subject.instructor().id();
    long cohort = subject.cohort().id();
    Learners.Search all = new Learners.Search("", Learners.Filter.ALL, Learners.Sort.NAME, false);
    Learners learners = context.getBean(Learners.class);
    return context.getBean(Dashboards.class).of(instructor, cohort).members().size()
        + learners.count(instructor, cohort, all)
        + learners.page(instructor, cohort, all, 0, 25).size();
  }
}
