package app.keypoint.cohort.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.content.Question;
import app.keypoint.content.Quiz;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.review.statistics.LearnerFigures.Week;
import app.keypoint.review.statistics.LearnerLoad;
import app.keypoint.review.statistics.Retention;
import app.keypoint.statistics.ItemAnalysis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cohort at a moment. Sums over answers keep what was answered by accounts that were erased or
 * switched off since; counts of people, and what they are counted out of, are of {@link #learning}
 * alone.
 *
 * @param quizzes those being served, by position
 * @param members by name
 * @param weeks what all members did lately
 * @param onTrack of {@link #learning} those whom no rule of {@link Nudge} finds fault with,
 *     dismissed ones included
 * @param hardest questions that not all got right, with enough attempts, the hardest first
 * @param judged what {@link #hardest} rests on
 * @param leeches questions that members keep forgetting, those of most members first, ten at most
 */
public record Dashboard(
    Cohort cohort,
    List<Quiz> quizzes,
    List<Member> members,
    Weeks weeks,
    Set<Long> onTrack,
    List<HardQuestion> hardest,
    Judged judged,
    List<Leech> leeches) {

  /**
   * The members' last seven study days beside the seven before.
   *
   * @param active of {@link #learning} those who answered anything in the last seven
   * @param activeBefore and in the seven before
   */
  public record Weeks(Week now, Week before, int active, int activeBefore) {}

  /**
   * A learner as their instructor sees them.
   *
   * @param username what they sign in with, by which two of one name are told apart
   * @param joined the learner's study day on which they joined
   * @param erased whether their account was
   * @param inUse whether they may sign in; what waits for others waits for nobody
   * @param today the learner's present study day
   * @param retained over the last 28 study days, today included
   * @param mastery per quiz id, of each of its key points in order; empty where it is not asked for
   * @param standings per quiz id; quizzes never started are absent
   * @param lastSeen when they last signed in or answered, or null
   * @param nudges the most pressing first, without the dismissed ones
   */
  public record Member(
      long learnerId,
      String name,
      String username,
      boolean erased,
      boolean inUse,
      LocalDate joined,
      LocalDate today,
      LearnerLoad load,
      Retention retained,
      Map<String, List<KeyPointMastery>> mastery,
      Map<String, QuizStanding> standings,
      @Nullable Instant lastSeen,
      List<Nudge> nudges) {

    /** Mastery of each key point of a served quiz, in its order. */
    public List<KeyPointMastery> masteryOf(Quiz quiz) {
      return mastery.getOrDefault(quiz.id(), List.of());
    }

    /** Where they stand with a quiz; null when they never started it. */
    public @Nullable QuizStanding standingOf(Quiz quiz) {
      return standings.get(quiz.id());
    }

    /** How many of the quizzes they have finished at least once. */
    public int finishedOf(List<Quiz> quizzes) {
      return QuizStanding.finishedOf(quizzes, standings);
    }
  }

  /**
   * Of how many questions it can be said how hard they are.
   *
   * @param questions of the cohort's quizzes
   * @param enough those with {@link ItemAnalysis#FEWEST_ATTEMPTS} first finished attempts or more
   * @param most the most of these that any question has
   */
  public record Judged(int questions, int enough, int most) {}

  /**
   * A question that many got wrong at first.
   *
   * @param facility mean marks over the members' first finished attempts, 0..1
   * @param attempts how many of those
   */
  public record HardQuestion(Question question, Quiz quiz, double facility, int attempts) {}

  /**
   * A question that members keep forgetting.
   *
   * @param learners members whose card of it is a leech
   * @param holders members who have a card of it
   */
  public record Leech(Question question, Quiz quiz, int learners, int holders) {}

  /** Members who can still learn: their accounts were neither erased nor switched off. */
  public List<Member> learning() {
    return members.stream().filter(Member::inUse).toList();
  }

  /** Retention of all members over their last seven study days. */
  public Retention lastWeek() {
    return weeks.now().retention();
  }

  /** Cards due of all members whose accounts were not erased, overdue ones included. */
  public int due() {
    return loads().mapToInt(LearnerLoad::due).sum();
  }

  /** Cards overdue of the same. */
  public int overdue() {
    return loads().mapToInt(LearnerLoad::overdue).sum();
  }

  private Stream<LearnerLoad> loads() {
    return learning().stream().map(Member::load);
  }

  /** The fewest members who together have half of the overdue cards; 0 when none are overdue. */
  public int holdersOfHalfTheOverdue() {
    int half = Math.ceilDiv(overdue(), 2);
    int held = 0;
    int holders = 0;
    for (int overdue :
        loads().map(LearnerLoad::overdue).sorted(Comparator.reverseOrder()).toList()) {
      if (held >= half) {
        break;
      }
      held += overdue;
      holders++;
    }
    return holders;
  }

  /** Quizzes that those who can still learn have finished, each counted once a member. */
  public int finished() {
    return learning().stream().mapToInt(member -> member.finishedOf(quizzes)).sum();
  }

  /** How many of them have finished every quiz. */
  public int finishedAll() {
    return finishers().size();
  }

  /** Those of them who have finished every quiz; nobody while there is none. */
  public List<Member> finishers() {
    if (quizzes.isEmpty()) {
      return List.of();
    }
    return learning().stream()
        .filter(member -> member.finishedOf(quizzes) == quizzes.size())
        .toList();
  }

  /** Members with a nudge, the most pressing first. */
  public List<Member> toNudge() {
    return members.stream()
        .filter(member -> !member.nudges().isEmpty())
        .sorted(
            Comparator.comparing(member -> member.nudges().getFirst(), Nudge.MOST_PRESSING_FIRST))
        .toList();
  }

  /** How many members are not on track although nothing is left to deal with about them. */
  public int dealtWith() {
    return (int)
        learning().stream()
            .filter(member -> member.nudges().isEmpty())
            .filter(member -> !onTrack.contains(member.learnerId()))
            .count();
  }
}
