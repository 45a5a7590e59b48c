package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.content.Catalogue;
import app.keypoint.identity.Account;
import app.keypoint.review.Acted;
import app.keypoint.review.CardSnapshot;
import app.keypoint.review.DueCard;
import app.keypoint.review.PracticeAnswers;
import app.keypoint.review.Reviewing.CardAnswer;
import app.keypoint.review.Reviewing.Recorded;
import app.keypoint.review.StepKind;
import app.keypoint.review.Undo;
import app.keypoint.review.internal.Undoing.Outcome;
import app.keypoint.review.internal.log.CardEntity;
import app.keypoint.review.internal.log.LogRepository;
import app.keypoint.review.internal.log.LogWriter;
import app.keypoint.review.internal.log.Step;
import app.keypoint.review.internal.schedule.CardSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@OpenTo(Audience.ACCOUNTS)
class PracticeAnswersService implements PracticeAnswers {

  private final LogRepository log;
  private final LogWriter writer;
  private final Undoing undoing;
  private final Answers answers;
  private final Catalogue catalogue;

  PracticeAnswersService(
      LogRepository log, LogWriter writer, Undoing undoing, Answers answers, Catalogue catalogue) {
    this.log = log;
    this.writer = writer;
    this.undoing = undoing;
    this.answers = answers;
    this.catalogue = catalogue;
  }

  @Override
  public Recorded answer(Account learner, CardAnswer answer) {
    return answers.once(
        learner,
        answer,
        (_, card) -> card.snapshot().practicable(),
        (step, card) ->
            answers.record(
                step, card, answer, StepKind.PRACTICE, _ -> card.schedule().practised(step.day())));
  }

  @Override
  public Acted act(Account learner, long cardId, int version, StepKind action) {
    Step step = writer.begin(learner);
    CardEntity card = writer.card(step, cardId);
    if (card.version() != version) {
      return writer.before(card, version, action);
    }
    CardSchedule after = card.schedule().after(action, step.context());
    // Burying keeps even a card that is not due out of practice.
    return action == StepKind.BURY || !after.equals(card.schedule())
        ? writer.note(step, card, action, after)
        : Acted.NOTHING;
  }

  @Override
  public Undo undo(Account learner, Instant since) {
    Step step = writer.begin(learner);
    return switch (undoing.besidesQueue(step, since)) {
      case Outcome.Stays(Undo.Reason reason) -> new Undo.Refused(reason);
      case Outcome.TakenBack(StepKind kind, List<CardEntity> again) ->
          new Undo.Done(
              kind,
              again.size(),
              again.size() == 1 ? toPractise(step, again.getFirst().snapshot()) : Optional.empty());
    };
  }

  private Optional<DueCard> toPractise(Step step, CardSnapshot card) {
    return card.practicable() && !log.buriedOn(step.learnerId(), step.day()).contains(card.id())
        ? catalogue
            .question(card.state().questionId())
            .map(question -> DueCard.practised(card, question))
        : Optional.empty();
  }
}
