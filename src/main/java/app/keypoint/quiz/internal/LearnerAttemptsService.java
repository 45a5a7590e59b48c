package app.keypoint.quiz.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.quiz.LearnerAttempts;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class LearnerAttemptsService implements LearnerAttempts {

  private final AttemptRepository attempts;

  LearnerAttemptsService(AttemptRepository attempts) {
    this.attempts = attempts;
  }

  @Override
  public List<Past> of(long learnerId, Collection<String> quizIds, int most) {
    return attempts.latest(learnerId, quizIds, Limit.of(Math.max(1, most)));
  }

  @Override
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void each(long learnerId, Collection<String> quizIds, Consumer<? super Past> attempt) {
    try (Stream<Past> all = attempts.all(learnerId, quizIds)) {
      all.forEach(attempt);
    }
  }

  @Override
  public long count(long learnerId, Collection<String> quizIds) {
    return attempts.countByLearnerIdAndQuizIdIn(learnerId, quizIds);
  }
}
