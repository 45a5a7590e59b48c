package app.keypoint.progress;

import static app.keypoint.progress.Samples.TODAY;
import static app.keypoint.progress.Samples.card;
import static app.keypoint.progress.Samples.quiz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keypoint.content.Quiz;
import app.keypoint.progress.KeyPointMastery.Level;
import app.keypoint.review.CardState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyPointMasteryTest {

  private static final Quiz QUIZ = quiz("a", 1, 2);

  @Test
  void growsFromNewToStrong() {
    assertThat(mastery().level()).isEqualTo(Level.NEW);
    assertThat(mastery(card("a-k1-q1", 30)).level()).isEqualTo(Level.WEAK);
    assertThat(mastery(card("a-k1-q1", 30), card("a-k1-q2", 20)).level()).isEqualTo(Level.GROWING);
    assertThat(mastery(card("a-k1-q1", 30), card("a-k1-q2", 21)).level()).isEqualTo(Level.STRONG);
  }

  @Test
  void aQuestionWithoutACardCountsNothing() {
    assertThat(mastery(card("a-k1-q1", 30)).retained()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void aForgottenCardCountsNothing() {
    assertThat(mastery(card("a-k1-q1", 0)).retained()).isZero();
  }

  @Test
  void aQuizIsRetainedAsItsQuestionsAre() {
    Quiz quiz = quiz("a", 2, 2);
    Map<String, CardState> cards = byQuestion(card("a-k1-q1", 30), card("a-k2-q1", 30));
    QuizProgress progress =
        new QuizProgress(quiz, null, KeyPointMastery.of(quiz, cards, TODAY), true);
    assertThat(progress.retained()).isEqualTo(0.5, within(1e-9));
    assertThat(progress.cards()).isEqualTo(2);
  }

  @Property
  void retainedIsAShareAndNeverRisesByWaiting(
      @ForAll @Size(min = 1, max = 2) List<@IntRange(max = 400) Integer> intervals,
      @ForAll @IntRange(max = 900) int wait) {
    CardState[] cards = new CardState[intervals.size()];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = card("a-k1-q" + (i + 1), intervals.get(i));
    }
    double now = mastery(cards).retained();
    double later =
        KeyPointMastery.of(QUIZ, byQuestion(cards), TODAY.plusDays(wait)).getFirst().retained();
    assertThat(now).isBetween(0.0, 1.0);
    assertThat(later).isBetween(0.0, now);
  }

  private static KeyPointMastery mastery(CardState... cards) {
    return KeyPointMastery.of(QUIZ, byQuestion(cards), TODAY).getFirst();
  }

  private static Map<String, CardState> byQuestion(CardState... cards) {
    return List.of(cards).stream()
        .collect(Collectors.toMap(CardState::questionId, Function.identity()));
  }
}
