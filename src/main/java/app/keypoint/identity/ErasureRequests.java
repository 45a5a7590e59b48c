package app.keypoint.identity;

import app.keypoint.access.Own;
import app.keypoint.access.PersonalData.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People ask that their account be erased; an administrator carries it out. */
public interface ErasureRequests {

  /** Since when somebody asks; empty while they do not. */
  Optional<Instant> asked(@Own long accountId);

  /** Asks; nothing changes for who asks already. */
  void ask(@Own long accountId);

  /** Asks no longer. */
  void withdraw(@Own long accountId);

  /** What somebody else has to take over before it can be carried out. */
  List<Held> held(@Own long accountId);
}
