package app.keypoint.review.internal;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import app.keypoint.quiz.SureInQuizzes;
import app.keypoint.quiz.SureInQuizzes.Answered;
import app.keypoint.review.CardReading.Lately;
import app.keypoint.review.StepKind;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogRepository.LastRight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What was wrong though sure, by the log and by quizzes, whose retakes are not in it; ADR 0143. */
@Component
class SureWrong {

  private final LogRepository log;
  private final SureInQuizzes quizzes;

  SureWrong(LogRepository log, SureInQuizzes quizzes) {
    this.log = log;
    this.quizzes = quizzes;
  }

  /**
   * @param entries what the log says of it
   */
  Lately lately(long learnerId, LocalDate from, List<LogRepository.Lately> entries) {
    Map<String, Answered> inQuizzes =
        quizzes.since(learnerId, from).stream()
            .collect(toMap(Answered::questionId, Function.identity()));
    Set<Long> buried = new HashSet<>();
    Set<Long> wrong = new HashSet<>();
    for (LogRepository.Lately entry : entries) {
      Answered since = inQuizzes.get(entry.getQuestionId());
      if (entry.getKind() == StepKind.BURY) {
        buried.add(entry.getCardId());
      } else if (since == null || !since.rightAfter(entry.getDay())) {
        wrong.add(entry.getCardId());
      }
    }
    wrong.addAll(inQuizzes(learnerId, from, inQuizzes.values()));
    return new Lately(buried, wrong);
  }

  private Set<Long> inQuizzes(long learnerId, LocalDate from, Collection<Answered> answered) {
    Map<String, Answered> wrong =
        answered.stream()
            .filter(one -> one.wrong() != null && !one.rightAfter(one.wrong()))
            .collect(toMap(Answered::questionId, Function.identity()));
    return wrong.isEmpty()
        ? Set.of()
        : log.lastRight(learnerId, wrong.keySet(), from).stream()
            .filter(card -> !rightSince(card, requireNonNull(wrong.get(card.getQuestionId()))))
            .map(LastRight::getCardId)
            .collect(toSet());
  }

  private static boolean rightSince(LastRight card, Answered wrong) {
    Instant practised = card.getPractised();
    LocalDate reviewed = card.getReviewed();
    return (practised != null && practised.isAfter(wrong.wrongAt()))
        || (reviewed != null && reviewed.isAfter(wrong.wrong()));
  }
}
