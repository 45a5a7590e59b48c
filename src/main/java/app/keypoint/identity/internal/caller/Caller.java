package app.keypoint.identity.internal.caller;

import app.keypoint.access.Audience;
import app.keypoint.identity.Role;
import org.springframework.security.access.AccessDeniedException;

/** Who calls a service, as things stand now. */
public sealed interface Caller {

  /** Whether they may call what is open to an audience. */
  boolean isIn(Audience audience);

  /**
   * @throws AccessDeniedException when they may not
   */
  default void requireIn(Audience audience) {
    if (!isIn(audience)) {
      throw new AccessDeniedException("Open to " + audience + ", not to " + this);
    }
  }

  /** Whether they may act for an account. */
  default boolean isOrActsFor(long accountId) {
    return true;
  }

  /**
   * @throws AccessDeniedException when it is somebody else's
   */
  default void requireOwn(long accountId) {
    if (!isOrActsFor(accountId)) {
      throw new AccessDeniedException("Not one's own account");
    }
  }

  /** The account of a session that goes on. */
  record Of(long accountId, Role role, boolean passwordOneTime) implements Caller {

    @Override
    public boolean isOrActsFor(long accountId) {
      return this.accountId == accountId;
    }

    @Override
    public boolean isIn(Audience audience) {
      return switch (audience) {
        case ANYBODY, FEATURES, NEWCOMERS -> true;
        case ACCOUNTS -> !passwordOneTime;
        case INSTRUCTORS -> !passwordOneTime && role == Role.INSTRUCTOR;
        case ADMINISTRATORS -> !passwordOneTime && role == Role.ADMINISTRATOR;
      };
    }
  }

  /** A request without a session, or with one that has ended. */
  record Stranger() implements Caller {

    @Override
    public boolean isIn(Audience audience) {
      return audience == Audience.ANYBODY || audience == Audience.FEATURES;
    }

    @Override
    public boolean isOrActsFor(long accountId) {
      return false;
    }
  }

  /**
   * Work in the background, which nobody asked for. It is known by the mere absence of a person,
   * and that is not enough for a role.
   */
  record Background() implements Caller {

    @Override
    public boolean isIn(Audience audience) {
      return audience != Audience.INSTRUCTORS && audience != Audience.ADMINISTRATORS;
    }
  }

  /** This program, by its own word: {@link app.keypoint.access.Unattended}. */
  record Program() implements Caller {

    @Override
    public boolean isIn(Audience audience) {
      return true;
    }
  }
}
