package app.keypoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.practice.Exam;
import app.keypoint.practice.Exams;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two tabs set the first date of an exam at the same moment: one of them holds, and neither is told
 * of an error. (No lock to stop at: H2 tries the second row again and again until the first is
 * there.)
 */
@ServiceTest
@Tag("slow")
class ExamRacesTest {

  private static final String QUIZ = "introduction";

  @Autowired Exams exams;
  @Autowired CohortExams cohortExams;
  @Autowired Cohorts cohorts;
  @Autowired Memberships memberships;
  @Autowired Fixtures fixtures;
  @Autowired Clock clock;

  private LocalDate inDays(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
  }

  @RepeatedTest(10)
  void ofOnesOwn() throws Exception {
    Account learner = fixtures.learner();
    atOnce(() -> exams.set(learner, QUIZ, inDays(10)), () -> exams.set(learner, QUIZ, inDays(20)));
    holdsOne(learner);
  }

  @RepeatedTest(10)
  void ofACohort() throws Exception {
    Account instructor = fixtures.instructor();
    Account learner = fixtures.learner();
    Cohort cohort = fixtures.as(instructor, () -> cohorts.create(instructor.id(), "Seminar"));
    fixtures.as(learner, () -> memberships.join(learner.id(), cohort.joinCode().toString()));
    atOnce(() -> assign(instructor, cohort, 10), () -> assign(instructor, cohort, 20));
    holdsOne(learner);
  }

  private void assign(Account instructor, Cohort cohort, int days) {
    fixtures.as(
        instructor, () -> cohortExams.set(instructor.id(), cohort.id(), QUIZ, inDays(days)));
  }

  private void holdsOne(Account learner) {
    assertThat(exams.of(learner))
        .extracting(Exam::day)
        .singleElement()
        .isIn(inDays(10), inDays(20));
  }

  private static void atOnce(Runnable one, Runnable other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService tabs = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> clicks =
          List.of(one, other).stream()
              .map(
                  click ->
                      tabs.submit(
                          () -> {
                            int unused = start.await();
                            click.run();
                            return true;
                          }))
              .toList();
      for (Future<Boolean> click : clicks) {
        assertThat(click.get()).isTrue();
      }
    }
  }
}
