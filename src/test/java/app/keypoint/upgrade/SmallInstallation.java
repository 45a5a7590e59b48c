package app.keypoint.upgrade;

import app.keypoint.KeypointApplication;
import app.keypoint.access.Unattended;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.Publishing;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.Sharing;
import app.keypoint.authoring.internal.WrittenQuiz;
import app.keypoint.cohort.Assignments;
import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.CohortInstructors;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.LearnerNotes;
import app.keypoint.cohort.Memberships;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.TableColumns;
import app.keypoint.cohort.roster.Rosters;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.Quiz;
import app.keypoint.content.grading.Confidence;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.practice.Exams;
import app.keypoint.practice.PracticeScope;
import app.keypoint.practice.PracticeSessions;
import app.keypoint.quiz.QuizTaking;
import app.keypoint.reminder.CalendarFeeds;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.ReviewPreferences;
import app.keypoint.review.ReviewPreferences.Algorithm;
import app.keypoint.review.ReviewSettings;
import app.keypoint.review.Reviewing;
import app.keypoint.review.StepKind;
import app.keypoint.review.history.PastAnswer;
import app.keypoint.review.history.ReviewHistory;
import app.keypoint.scheduling.Grade;
import app.keypoint.support.QuizAttempts;
import app.keypoint.support.Responses;
import app.keypoint.support.Studying;
import app.keypoint.support.TestPictures;
import app.keypoint.time.StudyCalendar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Four weeks of three learners and their instructors, by the services that the screens call, with
 * something in each table: what a released version leaves behind. Whoever adds a table adds here
 * what fills it.
 */
final class SmallInstallation {

  private static final int DAYS = 28;
  private static final Duration PACE = Duration.ofSeconds(12);

  private final ConfigurableApplicationContext server;
  private final JdbcTemplate jdbc;
  private final LocalDate today;

  private SmallInstallation(ConfigurableApplicationContext server) {
    this.server = server;
    this.jdbc = server.getBean(JdbcTemplate.class);
    this.today = LocalDate.ofInstant(server.getBean(Clock.class).instant(), ZoneOffset.UTC);
  }

  /** Lives it in a new data folder, which no server has open afterwards. */
  static void live(Path folder) {
    try (ConfigurableApplicationContext server =
        new SpringApplicationBuilder(KeypointApplication.class)
            .run(
                "--keypoint.data-dir=" + folder.toAbsolutePath(),
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn")) {
      new SmallInstallation(server).live();
    }
  }

  private void live() {
    account("admin", Role.ADMINISTRATOR);
    Account instructor = account("instructor", Role.INSTRUCTOR);
    Account beside = account("instructor-02", Role.INSTRUCTOR);
    List<Account> learners =
        Stream.of("learner", "learner-01", "learner-02")
            .map(name -> account(name, Role.LEARNER))
            .toList();
    Account left = account("learner-03", Role.LEARNER);
    Account asked = account("learner-04", Role.LEARNER);
    Cohort cohort =
        at(0, () -> bean(Cohorts.class).create(instructor.id(), "Seminar of a few learners"));
    String written = at(0, () -> write(instructor, beside, cohort));
    Stream.concat(learners.stream(), Stream.of(left))
        .forEach(
            learner ->
                at(
                    0,
                    () ->
                        bean(Memberships.class).join(learner.id(), cohort.joinCode().toString())));
    for (int day = 1; day < DAYS; day++) {
      for (int i = 0; i < learners.size(); i++) {
        study(learners.get(i), day, i);
      }
    }
    oneByOne(learners.getFirst());
    teach(instructor, beside, cohort, learners, left, asked);
    at(
        DAYS,
        () ->
            bean(ProblemReports.class)
                .report(
                    learners.getFirst().id(),
                    bean(Catalogue.class).quiz(written).orElseThrow().questions().getFirst().id(),
                    "Does it dance for water too?"));
    byDevices(learners.getFirst(), instructor, written);
  }

  /** A quiz each week, and what is due each other day; the last of them leaves after two weeks. */
  private void study(Account learner, int day, int number) {
    Instant evening = evening(day).plusSeconds(number * 600L);
    List<Quiz> quizzes = bean(Catalogue.class).quizzes();
    if (number == 2 && day > DAYS / 2) {
      return;
    }
    Studying studying =
        new Studying(bean(Reviewing.class), server, bean(TransactionOperations.class));
    if (day % 2 == number % 2) {
      studying.review(learner, evening, day % 3);
    }
    if (day % 7 == number + 1) {
      String quiz = quizzes.get(day / 7 % quizzes.size()).id();
      at(
          evening.plusSeconds(3_600),
          () -> {
            QuizAttempts.take(bean(QuizTaking.class), learner.id(), quiz, number + 1, PACE);
            return quiz;
          });
    }
  }

  /** What a learner does now and then. */
  private void oneByOne(Account learner) {
    Reviewing reviewing = bean(Reviewing.class);
    List<Quiz> quizzes = bean(Catalogue.class).quizzes();
    for (StepKind action : List.of(StepKind.BURY, StepKind.SUSPEND)) {
      at(
          DAYS,
          () ->
              reviewing
                  .next(learner)
                  .map(card -> reviewing.act(learner, card.cardId(), card.version(), action)));
    }
    at(DAYS, () -> reviewing.undo(learner));
    at(
        DAYS,
        () ->
            reviewing
                .next(learner)
                .map(
                    card ->
                        reviewing.answer(
                            learner,
                            card.answer(
                                Responses.wrong(card.question().question()),
                                Grade.FORGOT,
                                PACE,
                                Confidence.SURE))));
    at(
        DAYS,
        () ->
            bean(PracticeSessions.class)
                .at(learner, new PracticeScope.OfQuiz(quizzes.get(1).id()), evening(DAYS))
                .next()
                .map(
                    card ->
                        bean(PracticeAnswers.class)
                            .answer(
                                learner,
                                card.answer(
                                    Responses.right(card.question().question()),
                                    Grade.GOOD,
                                    PACE))));
    at(DAYS, () -> bean(QuizTaking.class).start(learner.id(), quizzes.getLast().id()));
    at(
        DAYS,
        () ->
            bean(ReviewHistory.class)
                .add(
                    learner,
                    List.of(
                        past("A card from elsewhere", 3),
                        past(quizzes.getFirst().questions().getFirst().question().id(), 1))));
    at(
        DAYS,
        () ->
            bean(ReviewSettings.class)
                .change(learner, new ReviewPreferences(8, 120, true, true, Algorithm.FSRS, 0.92)));
    at(
        DAYS,
        () -> {
          bean(Exams.class).set(learner, quizzes.get(1).id(), today.plusDays(20));
          return bean(CalendarFeeds.class).renew(learner.id(), Locale.ENGLISH);
        });
  }

  private PastAnswer past(String card, int rating) {
    Instant at = evening(0).minus(Duration.ofDays(90));
    return new PastAnswer(
        card,
        at,
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        rating,
        PastAnswer.Phase.REVIEW,
        Duration.ofSeconds(7));
  }

  private String write(Account author, Account colleague, Cohort cohort) {
    Drafts drafts = bean(Drafts.class);
    Publishing publishing = bean(Publishing.class);
    String draft = drafts.create(author.id(), "How bees dance").id();
    WrittenQuiz quiz = new WrittenQuiz(drafts, author.id(), draft);
    String question = quiz.complete();
    var unusedFirst =
        publishing.publish(
            author.id(), draft, publishing.preview(author.id(), draft).mark(), "The first");
    String point =
        ((ItemBody.Question) drafts.draft(author.id(), draft).item(question).orElseThrow().body())
            .keyPointId();
    quiz.change(
        question, WrittenQuiz.question(point, WrittenQuiz.STEM, "Where food is to be found"));
    var unusedSecond =
        publishing.publish(
            author.id(), draft, publishing.preview(author.id(), draft).mark(), "Clearer");
    var unusedPicture = bean(DraftPictures.class).bring(author.id(), draft, TestPictures.png(1L));
    Sharing sharing = bean(Sharing.class);
    sharing.share(author.id(), draft, colleague.username(), Right.EDIT);
    sharing.openToCohort(author.id(), draft, cohort.id(), true);
    return draft;
  }

  private void teach(
      Account instructor,
      Account beside,
      Cohort cohort,
      List<Account> learners,
      Account left,
      Account asked) {
    String quiz = bean(Catalogue.class).quizzes().getFirst().id();
    long one = learners.getFirst().id();
    Instant due = evening(DAYS + 30);
    at(
        DAYS,
        () -> {
          bean(CohortInstructors.class).add(instructor.id(), cohort.id(), beside.username());
          bean(CohortExams.class).set(instructor.id(), cohort.id(), quiz, today.plusDays(10));
          Assignments assignments = bean(Assignments.class);
          assignments.assign(
              instructor.id(), cohort.id(), quiz, new Assignments.Terms(null, due, 0.5));
          assignments.extend(instructor.id(), cohort.id(), quiz, one, due.plus(Duration.ofDays(2)));
          bean(LearnerNotes.class).write(instructor.id(), cohort.id(), one, "Asked about bees");
          bean(Nudges.class)
              .dismiss(
                  beside.id(),
                  cohort.id(),
                  learners.getLast().id(),
                  Nudge.Kind.NO_REVIEW,
                  Nudge.Level.WATCH,
                  "Is ill");
          bean(TableColumns.class).hide(instructor.id(), Set.of("due"));
          bean(Cohorts.class).removeMember(instructor.id(), cohort.id(), left.id());
          Rosters rosters = bean(Rosters.class);
          Rosters.Plan plan =
              (Rosters.Plan)
                  rosters.preview(
                      instructor.id(),
                      cohort.id(),
                      ("username\n" + asked.username() + "\n").getBytes(StandardCharsets.UTF_8));
          return rosters.bring(instructor.id(), cohort.id(), plan, (_, _) -> true);
        });
  }

  /** What only devices, mail servers, other providers and administrators bring. */
  private void byDevices(Account learner, Account instructor, String draft) {
    insert(
        "authenticator_app (account_id, sealed_secret, last_step, since)"
            + " values (?, 'sealed', 5, current_timestamp)",
        learner.id());
    insert(
        "passkey values (1, ?, 'handle', 'credential', 'key', 'object', 0, '', true, false, false,"
            + " 'Phone', current_timestamp, null)",
        learner.id());
    insert("recovery_code values (1, ?, 'hash')", learner.id());
    insert("external_identity values (1, ?, 'https://school.example', 'subject')", learner.id());
    insert(
        "email_reminder (learner_id, address, send_hour, language, stop_token, next_at, failures)"
            + " values (?, 'learner@example.org', 7, 'en', 'stop',"
            + " current_timestamp + interval '900' day, 0)",
        learner.id());
    insert("server_secret values ('of-then', '00')");
    insert("second_factor_policy values (?)", Role.ADMINISTRATOR.name());
    insert(
        "data_check (started_at, finished_at, state, learners, done, entries, differences, rebuilt)"
            + " values (current_timestamp, current_timestamp, 'CLEAN', 3, 3, 100, 0, 0)");
    insert("audit_seen values (?, current_timestamp, 1)", learner.id());
    insert(
        "authored_aside values (?, 'q-1', 'report 1', ?, current_timestamp)",
        draft,
        instructor.id());
    int unused =
        jdbc.update(
            "update account set confidence_asked = true, erasure_asked_at = current_timestamp"
                + " where id = ?",
            learner.id());
  }

  private void insert(String row, Object... arguments) {
    int unused = jdbc.update("insert into " + row, arguments);
  }

  private Account account(String name, Role role) {
    return bean(Accounts.class)
        .create(
            new NewAccount(
                name,
                "Someone called " + name,
                "correct horse battery",
                role,
                new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
                null));
  }

  /** Six in the evening of one of the days; the last is yesterday. */
  private Instant evening(int day) {
    return today
        .minusDays(DAYS + 1L)
        .plusDays(day)
        .atTime(LocalTime.of(18, 0))
        .toInstant(ZoneOffset.UTC);
  }

  private <T> T at(int day, Supplier<T> action) {
    return at(evening(day), action);
  }

  private <T> T at(Instant instant, Supplier<T> action) {
    return Studying.at(instant, () -> Unattended.call(action));
  }

  private <T> T bean(Class<T> type) {
    return server.getBean(type);
  }
}
