package app.keypoint.review.internal.statistics;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.ReviewOutlook;
import app.keypoint.review.internal.log.CardRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class ReviewOutlookService implements ReviewOutlook {

  private final CardRepository cards;
  private final Accounts accounts;
  private final Clock clock;

  ReviewOutlookService(CardRepository cards, Accounts accounts, Clock clock) {
    this.cards = cards;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Outlook of(long learnerId, Collection<String> questionIds) {
    LocalDate today = accounts.require(learnerId).today(clock);
    CardRepository.Outlook outlook = cards.outlook(learnerId, questionIds, today);
    return new Outlook(outlook.getCards(), outlook.getDue());
  }
}
