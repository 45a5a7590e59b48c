package app.keypoint.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a review log, in the order in which they are written. */
public enum LogColumn {
  /** What the program that wrote the file calls the card: a whole number or a text. */
  CARD_ID(true),
  /** When the card was answered: milliseconds since 1970 or ISO 8601. */
  REVIEW_TIME(true),
  /** 1..4: again, hard, good, easy. */
  REVIEW_RATING(true),
  /** Where the card stood before: 0 new, 1 learning, 2 review, 3 relearning, 4 practice. */
  REVIEW_STATE(false),
  /** Milliseconds from showing the card to answering it. */
  REVIEW_DURATION(false),
  /** How sure the learner said they were: sure, think_so or guess. */
  REVIEW_CONFIDENCE(false);

  private final boolean required;

  LogColumn(boolean required) {
    this.required = required;
  }

  /** Its name in a file. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a log is of no use without it. */
  public boolean required() {
    return required;
  }

  /** All titles, in order. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(LogColumn::title).toList();
  }

  /** The column that a heading means; case and space around it do not matter. */
  static Optional<LogColumn> of(String heading) {
    String title = heading.strip();
    return Arrays.stream(values())
        .filter(column -> column.title().equalsIgnoreCase(title))
        .findFirst();
  }
}
