package app.keypoint.lives;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.KeypointApplication;
import app.keypoint.support.Differences;
import app.keypoint.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Random lives of three learners: whatever they do, and whatever happens around them, the screens
 * say what a naive model says that keeps a list of events and computes everything from it.
 *
 * <p>{@code -Dkeypoint.lives=2000} lives more of them, {@code -Dkeypoint.seed=…} the same again.
 */
@Tag("database")
@Tag("slow")
class LivesTest {

  private static final int STEPS = 60;
  private static final DuringLoad LOAD = new DuringLoad();
  private static final Meters METERS = new Meters();
  private static ConfigurableApplicationContext context;
  private static Shelf shelf;
  private static Cohorting cohort;

  @AfterContainer
  static void stop() {
    if (context != null) {
      context.close();
    }
  }

  @Property(
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      afterFailure = AfterFailureMode.PREVIOUS_SEED)
  @AddLifecycleHook(Lives.class)
  void screensSayWhatTheLogSays(@ForAll("lives") List<Op> life) {
    Op first = life.getFirst();
    World world = begin(first.b() % 3 == 0 ? Shelf.LATER : Set.of());
    Screens screens = new Screens(world);
    live(life, world, screens);
    world.lives.forEach(screens::check);
    Differences differences = Differences.in(context);
    world.lives.forEach(each -> assertThat(differences.of(each.account.id())).isEmpty());
  }

  private static void live(List<Op> life, World world, Screens screens) {
    for (int step = 0; step < life.size(); step++) {
      Op op = life.get(step);
      try {
        world.apply(op);
        world.touched(op).forEach(screens::check);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Step %d, %s: %s".formatted(step + 1, op, e.getMessage()), e);
      }
    }
  }

  @Provide
  Arbitrary<List<Op>> lives() {
    return Op.lives(STEPS);
  }

  /** Nobody has done anything yet, and some questions may not be there yet. */
  private static World begin(Set<String> later) {
    if (context == null) {
      start();
    }
    JdbcTemplate sql = context.getBean(JdbcTemplate.class);
    context
        .getBean(TransactionOperations.class)
        .executeWithoutResult(
            _ -> {
              List.of(
                      "review_log",
                      "card",
                      "learner_day",
                      "past_review",
                      "history_import",
                      "learner_quiz",
                      "attempt_item",
                      "attempt",
                      "exam",
                      "cohort_exam",
                      "review_preferences")
                  .forEach(table -> sql.update("delete from " + table));
              sql.update("update account set zone = 'UTC', rollover_hour = 4");
            });
    shelf.restock(context, later);
    METERS.forget();
    LOAD.forget();
    return new World(context, shelf, LOAD, METERS, cohort);
  }

  private static void start() {
    try {
      var folder = Files.createTempDirectory("quizzes-");
      shelf = new Shelf(folder);
      context =
          new SpringApplicationBuilder(KeypointApplication.class)
              .initializers(new TestDatabase())
              .listeners(LOAD, METERS)
              .run(
                  "--keypoint.content.dir=" + folder,
                  "--keypoint.content.poll-interval=1h",
                  "--server.port=0");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    cohort = Cohorting.begin(context);
  }
}
