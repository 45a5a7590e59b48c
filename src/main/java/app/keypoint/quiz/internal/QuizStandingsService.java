package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.quiz.QuizStandings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class QuizStandingsService implements QuizStandings {

  private final StandingRepository standings;
  private final LearnersQuizzes learners;
  private final Catalogue catalogue;

  QuizStandingsService(
      StandingRepository standings, LearnersQuizzes learners, Catalogue catalogue) {
    this.standings = standings;
    this.learners = learners;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, QuizStanding> of(long learnerId) {
    return standings.findByLearnerId(learnerId).stream()
        .map(StandingEntity::toStanding)
        .collect(Collectors.toMap(QuizStanding::quizId, Function.identity()));
  }

  @Override
  public Map<Long, Map<String, QuizStanding>> of(Collection<Long> learnerIds) {
    return learners.standings(learnerIds).stream()
        .collect(
            Collectors.groupingBy(
                QuizStanding::learnerId,
                Collectors.toMap(QuizStanding::quizId, Function.identity())));
  }

  @Override
  public List<Facility> facility(Collection<Long> learnerIds) {
    return standings.facility(learnerIds.stream().sorted().toArray(Long[]::new)).stream()
        .filter(
            row ->
                catalogue
                    .question(row.getQuestionId())
                    .filter(current -> current.series() == row.getSeries())
                    .isPresent())
        .map(row -> new Facility(row.getQuestionId(), row.getAttempts(), row.getMean()))
        .toList();
  }

  @Override
  public List<Finish> finishes(Collection<Long> learnerIds, Collection<String> quizIds) {
    return learners.finishes(learnerIds, quizIds);
  }
}
