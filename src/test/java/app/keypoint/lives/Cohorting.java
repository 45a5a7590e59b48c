package app.keypoint.lives;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.CohortExams;
import app.keypoint.cohort.Cohorts;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.identity.internal.Signed;
import app.keypoint.time.StudyCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** The learners, and an instructor who sets them exams. */
record Cohorting(
    ApplicationContext context, List<Account> learners, Account instructor, long cohortId) {

  static final String NAME = "All of them";

  static Cohorting begin(ApplicationContext context) {
    List<Account> learners =
        IntStream.range(0, Op.LEARNERS)
            .mapToObj(i -> account(context, "learner" + i, Role.LEARNER))
            .toList();
    Account instructor = account(context, "instructor", Role.INSTRUCTOR);
    Cohort cohort =
        Signed.in(
            context,
            instructor,
            () -> context.getBean(Cohorts.class).create(instructor.id(), NAME));
    Memberships memberships = context.getBean(Memberships.class);
    learners.forEach(
        each ->
            Signed.in(
                context, each, () -> memberships.join(each.id(), cohort.joinCode().toString())));
    return new Cohorting(context, learners, instructor, cohort.id());
  }

  private static Account account(ApplicationContext context, String name, Role role) {
    return context
        .getBean(Accounts.class)
        .create(
            new NewAccount(
                name,
                "Called " + name,
                "correct horse battery",
                role,
                new StudyCalendar(ZoneOffset.UTC, 4),
                null));
  }

  void exam(World world, Op op) {
    CohortExams exams = context.getBean(CohortExams.class);
    String quiz = op.quiz();
    if (op.b() % 4 == 0) {
      asInstructor(
          () -> {
            exams.remove(instructor.id(), cohortId, quiz);
            return true;
          });
      world.cohortExams.remove(quiz);
    } else {
      LocalDate day = instructor.calendar().dayOf(world.now).plusDays(op.daysAhead());
      asInstructor(
          () ->
              world.at(
                  () -> {
                    exams.set(instructor.id(), cohortId, quiz, day);
                    return true;
                  }));
      world.cohortExams.put(quiz, day);
    }
  }

  private void asInstructor(Supplier<Boolean> action) {
    var unused = Signed.in(context, instructor, action);
  }
}
