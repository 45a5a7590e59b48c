package app.keypoint.identity.internal.account;

import app.keypoint.access.Audience;
import app.keypoint.access.Buckets;
import app.keypoint.access.OpenTo;
import app.keypoint.identity.Account;
import app.keypoint.identity.Colleagues;
import app.keypoint.identity.GoneException;
import app.keypoint.identity.Role;
import app.keypoint.identity.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.FEATURES)
class ColleagueService implements Colleagues {

  private final AccountRepository accounts;
  private final Buckets<Long> inVain;

  ColleagueService(AccountRepository accounts, Clock clock) {
    this.accounts = accounts;
    this.inVain = new Buckets<>(MAX_IN_VAIN, Duration.ofMinutes(10), clock);
  }

  @Override
  public Account require(long instructorId, String username) {
    Duration wait = inVain.take(instructorId);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
    Account found =
        accounts
            .findByUsername(AccountRules.normalise(username.strip()))
            .filter(account -> account.enabled)
            .map(AccountEntity::toAccount)
            .filter(account -> account.role() == Role.INSTRUCTOR && account.id() != instructorId)
            .orElseThrow(() -> new GoneException("other instructor of this name"));
    inVain.giveBack(instructorId);
    return found;
  }
}
