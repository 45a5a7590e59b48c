package app.keypoint.quiz;

import static app.keypoint.support.Studying.at;
import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Question;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.quiz.internal.Tidying;
import app.keypoint.review.LearnersPicture;
import app.keypoint.support.Fixtures;
import app.keypoint.support.Responses;
import app.keypoint.support.ServiceTest;
import app.keypoint.support.races.Duel;
import app.keypoint.support.races.InTurn;
import app.keypoint.support.races.Lock;
import app.keypoint.support.races.Races;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** One attempt in two tabs, or in a tab and in the job that finishes what was left. */
@ServiceTest
@Import(LearnersPicture.class)
@Tag("slow")
class QuizRacesTest {

  private static final String QUIZ = "introduction";
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String CLOSED = AttemptClosedException.class.getSimpleName();

  @Autowired Races races;
  @Autowired QuizTaking taking;
  @Autowired QuizStandings standings;
  @Autowired Accounts accounts;
  @Autowired Fixtures fixtures;
  @Autowired LearnersPicture pictures;
  @Autowired ApplicationContext context;

  /** Somebody in the middle of a quiz, whose last question is a typed one. */
  private final class Scene {
    final Account learner = fixtures.learner();
    final Attempt attempt;
    final List<Attempt.Item> typedLast;

    Scene() {
      accounts.seen(learner.id(), MONDAY);
      attempt = at(MONDAY, () -> taking.start(learner.id(), QUIZ));
      typedLast =
          attempt.items().stream()
              .sorted(
                  Comparator.comparing(item -> item.asked().question() instanceof Question.Typed))
              .toList();
    }

    Scene answered(int questions) {
      typedLast.subList(0, questions).forEach(item -> answer(item, true));
      return this;
    }

    /** All is answered, the last one wrongly, which the learner may still overrule. */
    Scene awaitingTheEnd() {
      answered(typedLast.size() - 1);
      answer(typedLast.getLast(), false);
      return this;
    }

    private String answer(Attempt.Item item, boolean right) {
      Question question = item.asked().question();
      return taking
              .answer(
                  learner.id(),
                  attempt.id(),
                  item.position(),
                  right ? Responses.right(question) : Responses.wrong(question),
                  Duration.ofSeconds(5))
              .right()
          ? "right"
          : "wrong";
    }

    Callable<String> last(boolean right) {
      return () -> answer(typedLast.getLast(), right);
    }

    Callable<String> finish() {
      return () -> {
        taking.finish(learner.id(), attempt.id());
        return "finished";
      };
    }

    Callable<String> overrule() {
      int position = typedLast.getLast().position();
      return () -> "now " + taking.overrule(learner.id(), attempt.id(), position).match();
    }

    Callable<String> startAgain() {
      return () -> "at question " + taking.startAgain(learner.id(), QUIZ).firstOpen().getAsInt();
    }

    String picture() {
      QuizStanding now = standings.of(learner.id()).get(QUIZ);
      return "%s finished, best %s, %s of %s answered in %s%n%s%n%s"
          .formatted(
              now.finished(),
              now.best(),
              now.answered(),
              now.total(),
              now.openAttempt() == null ? "none" : "one",
              taking.finished(learner.id(), QUIZ).stream().map(FinishedAttempt::score).toList(),
              pictures.of(learner, MONDAY));
    }
  }

  @Test
  void twoEnds() {
    InTurn turns = race(scene -> scene.awaitingTheEnd(), Scene::finish, Scene::finish);
    assertThat(turns.oneFirst().one()).isEqualTo("finished");
    assertThat(turns.oneFirst().other()).isEqualTo("finished");
    assertThat(turns.oneFirst().picture()).startsWith("1 finished");
  }

  /** Two servers look at the same moment for what was left. */
  @Test
  void twoRunsOfTheJobThatFinishesWhatWasLeft() {
    InTurn turns =
        InTurn.always(
            races,
            Lock.STANDING,
            () -> {
              Scene scene = at(MONDAY, () -> new Scene().awaitingTheEnd());
              return new Duel(this::tidy, this::tidy, scene::picture);
            });
    assertThat(turns.oneFirst().picture()).startsWith("1 finished");
    assertThat(turns.oneFirst()).isEqualTo(turns.otherFirst());
  }

  private String tidy() {
    return at(
        MONDAY.plus(Duration.ofHours(1)),
        () -> {
          Tidying.now(context);
          return "looked";
        });
  }

  @Test
  void theEndAndAVerdictOnTheLastAnswer() {
    InTurn turns = race(scene -> scene.awaitingTheEnd(), Scene::finish, Scene::overrule);
    assertThat(turns.oneFirst().other()).isEqualTo(CLOSED);
    assertThat(turns.otherFirst().other()).isEqualTo("now OVERRULED");
    assertThat(turns.otherFirst().picture()).contains("best 1.0");
  }

  @Test
  void twoLastAnswers() {
    InTurn turns =
        race(
            scene -> scene.answered(scene.typedLast.size() - 1),
            scene -> scene.last(true),
            scene -> scene.last(false));
    assertThat(turns.oneFirst().other()).as("what counted").isEqualTo("right");
    assertThat(turns.otherFirst().one()).as("what counted").isEqualTo("wrong");
  }

  @Test
  void theLastAnswerAndANewBeginning() {
    InTurn turns =
        race(
            scene -> scene.answered(scene.typedLast.size() - 1),
            scene -> scene.last(true),
            Scene::startAgain);
    assertThat(turns.oneFirst().picture()).startsWith("1 finished");
    assertThat(turns.otherFirst().one()).isEqualTo(CLOSED);
    assertThat(turns.otherFirst().picture()).startsWith("0 finished");
  }

  @Test
  void twoNewBeginnings() {
    InTurn turns = race(scene -> scene.answered(1), Scene::startAgain, Scene::startAgain);
    assertThat(turns.oneFirst().picture()).startsWith("0 finished, best null, 0 of ");
  }

  private InTurn race(
      Function<Scene, Scene> before,
      Function<Scene, Callable<String>> one,
      Function<Scene, Callable<String>> other) {
    return InTurn.always(
        races,
        Lock.STANDING,
        () -> {
          Scene scene = at(MONDAY, () -> before.apply(new Scene()));
          return new Duel(onMonday(one.apply(scene)), onMonday(other.apply(scene)), scene::picture);
        });
  }

  private static Callable<String> onMonday(Callable<String> action) {
    return () ->
        at(
            MONDAY,
            () -> {
              try {
                return action.call();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
