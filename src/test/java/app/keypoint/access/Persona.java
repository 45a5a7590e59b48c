package app.keypoint.access;

import java.util.EnumSet;
import java.util.Set;

/** Everybody who is the wrong person for what is the victim's, and what is open to them. */
enum Persona {
  STRANGER("stranger", Audience.ANYBODY),
  OTHER_LEARNER("other learner", Audience.ACCOUNTS),
  OTHER_MEMBER("member of another cohort", Audience.ACCOUNTS),
  /** Sits in the same cohort: knows its name and who runs it. */
  CLASSMATE("member of the same cohort", Audience.ACCOUNTS),
  REMOVED_MEMBER("removed member", Audience.ACCOUNTS),
  OTHER_INSTRUCTOR("instructor of another cohort", Audience.INSTRUCTORS),
  /** Ran the victim's cohort beside its owner, who took them away. */
  TAKEN_AWAY("instructor taken away from the cohort", Audience.INSTRUCTORS),
  /** With whom the victim's quiz is shared, to use it and no more. */
  MAY_USE("instructor who may use the quiz", Audience.INSTRUCTORS),
  /** Taught the victim, and is in the session of that time. */
  FORMER_INSTRUCTOR("instructor made a learner since", Audience.ANYBODY),
  /** Taught the victim, and has signed in anew. */
  LEARNER_ONCE_INSTRUCTOR("the same, signed in anew", Audience.ACCOUNTS),
  SWITCHED_OFF("switched-off account", Audience.ANYBODY),
  ONE_TIME("one-time password", Audience.NEWCOMERS),
  ADMINISTRATOR("administrator", Audience.ADMINISTRATORS);

  final String words;
  private final Set<Audience> audiences;

  Persona(String words, Audience audience) {
    this.words = words;
    this.audiences =
        switch (audience) {
          case ANYBODY -> EnumSet.of(Audience.ANYBODY);
          case NEWCOMERS -> EnumSet.of(Audience.ANYBODY, Audience.NEWCOMERS);
          default -> EnumSet.of(Audience.ANYBODY, Audience.NEWCOMERS, Audience.ACCOUNTS, audience);
        };
  }

  boolean isIn(Audience audience) {
    return audiences.contains(audience);
  }
}
