package app.keypoint.cohort.internal.statistics;

import static java.util.Objects.requireNonNull;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.cohort.internal.CohortAccess;
import app.keypoint.cohort.internal.CohortEntity;
import app.keypoint.cohort.internal.CohortMemberRepository;
import app.keypoint.cohort.internal.CohortQuizzes;
import app.keypoint.cohort.statistics.QuestionStatistics;
import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Quiz;
import app.keypoint.quiz.ItemStatistics;
import app.keypoint.review.statistics.ReviewStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.INSTRUCTORS)
class QuestionStatisticsService implements QuestionStatistics {

  private final CohortAccess access;
  private final CohortMemberRepository members;
  private final Catalogue catalogue;
  private final CohortQuizzes quizzes;
  private final ItemStatistics statistics;
  private final ProblemReports problems;
  private final ReviewStatistics reviews;

  QuestionStatisticsService(
      CohortAccess access,
      CohortMemberRepository members,
      Catalogue catalogue,
      CohortQuizzes quizzes,
      ItemStatistics statistics,
      ProblemReports problems,
      ReviewStatistics reviews) {
    this.access = access;
    this.members = members;
    this.catalogue = catalogue;
    this.quizzes = quizzes;
    this.statistics = statistics;
    this.problems = problems;
    this.reviews = reviews;
  }

  @Override
  public Report of(
      long instructorId,
      long cohortId,
      String quizId,
      ItemStatistics.AttemptSelection counted,
      @Nullable Long editionId) {
    CohortEntity cohort = access.require(instructorId, cohortId);
    Quiz quiz = quizzes.require(cohortId, quizId);
    List<Long> learners = learners(cohortId);
    ItemStatistics.Report found = statistics.of(quizId, learners, counted, editionId);
    List<String> questions =
        found.items().stream().map(item -> item.asked().question().id()).toList();
    return new Report(
        cohort.toCohort(instructorId, learners.size()),
        quizzes.of(cohortId),
        quiz,
        counted,
        found,
        problems(learners, questions),
        reviews.leeches(learners, questions));
  }

  @Override
  public List<Reported> reported(
      long instructorId, long cohortId, String quizId, String questionId) {
    access.require(instructorId, cohortId);
    var unused = quizzes.require(cohortId, quizId);
    return problems.of(learners(cohortId), List.of(questionId)).stream()
        .map(report -> new Reported(report.note(), report.at()))
        .toList();
  }

  private List<Long> learners(long cohortId) {
    return members.findByCohortId(cohortId).stream().map(member -> member.learnerId()).toList();
  }

  private Map<String, Long> problems(List<Long> learners, List<String> questionIds) {
    List<Long> reported =
        problems.of(learners, questionIds).stream()
            .map(ProblemReports.Report::questionVersionId)
            .toList();
    Map<Long, QuestionVersion> asked = catalogue.versions(reported.stream().distinct().toList());
    return reported.stream()
        .collect(
            Collectors.groupingBy(
                version -> requireNonNull(asked.get(version)).question().id(),
                Collectors.counting()));
  }
}
