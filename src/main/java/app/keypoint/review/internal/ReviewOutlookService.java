package app.keypoint.review.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.ReviewOutlook;
import app.keypoint.review.CardState;
import app.keypoint.review.ReviewFigures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

@Service
@OpenTo(Audience.ACCOUNTS)
class ReviewOutlookService implements ReviewOutlook {

  private final ReviewFigures figures;
  private final Accounts accounts;
  private final Clock clock;

  ReviewOutlookService(ReviewFigures figures, Accounts accounts, Clock clock) {
    this.figures = figures;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Outlook of(long learnerId, Collection<String> questionIds) {
    LocalDate today = accounts.require(learnerId).calendar().dayOf(clock.instant());
    Set<String> asked = Set.copyOf(questionIds);
    List<CardState> cards =
        figures.cards(learnerId).stream()
            .filter(card -> asked.contains(card.questionId()))
            .toList();
    return new Outlook(
        cards.size(), (int) cards.stream().filter(card -> !card.due().isAfter(today)).count());
  }
}
