package app.keypoint.authoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemKind;
import app.keypoint.authoring.Right;
import app.keypoint.authoring.SaveOutcome;
import app.keypoint.authoring.Sharing;
import app.keypoint.identity.Account;
import app.keypoint.support.Fixtures;
import app.keypoint.support.ServiceTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two who write one quiz, each looking at what they last read of it: nothing is lost. */
@ServiceTest
@Tag("slow")
class TwoAuthorsTest {

  @Autowired Drafts drafts;
  @Autowired Sharing sharing;
  @Autowired Fixtures fixtures;

  private Account owner;
  private Account helper;
  private String draft;

  @BeforeEach
  void aSharedQuiz() {
    owner = fixtures.instructor();
    helper = fixtures.instructor();
    fixtures.signIn(owner);
    draft = drafts.create(owner.id(), "Bees").id();
    sharing.share(owner.id(), draft, helper.username(), Right.EDIT);
    SecurityContextHolder.clearContext();
  }

  /** What one of them sees, which may be old. */
  private final class Writer {
    private final Account account;
    private Draft seen;

    /** What they gave up knowingly: the other's wording was shown beside it. */
    private final Set<String> givenUp = new HashSet<>();

    Writer(Account account) {
      this.account = account;
      this.seen = read();
    }

    Draft read() {
      return fixtures.as(account, () -> drafts.draft(account.id(), draft));
    }

    SaveOutcome save(DraftItem from, ItemBody body) {
      return fixtures.as(
          account, () -> drafts.save(account.id(), draft, from.id(), from.revision(), body));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingThatEitherTypedIsLost(long seed) {
    Random random = new Random(seed);
    List<Writer> writers = List.of(new Writer(owner), new Writer(helper));
    Map<String, String> kept = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    Set<String> typed = new HashSet<>();
    int conflicts = 0;
    for (int step = 0; step < 250; step++) {
      Writer writer = writers.get(random.nextInt(2));
      String text = "typed " + step;
      List<DraftItem> points =
          writer.seen.items().stream().filter(i -> i.kind() == ItemKind.KEY_POINT).toList();
      int what = random.nextInt(10);
      if (points.isEmpty() || (what == 0 && points.size() < 6)) {
        DraftItem added =
            fixtures.as(
                writer.account,
                () -> drafts.add(writer.account.id(), draft, random.nextInt(4), point(text)));
        kept.put(added.id(), text);
        typed.add(text);
        writer.seen = writer.read();
      } else if (what == 1) {
        writer.seen = writer.read();
      } else if (what == 2) {
        DraftItem some = points.get(random.nextInt(points.size()));
        fixtures.as(
            writer.account,
            () -> drafts.move(writer.account.id(), draft, some.id(), random.nextInt(5)));
      } else if (what == 3) {
        DraftItem some = points.get(random.nextInt(points.size()));
        fixtures.as(
            writer.account,
            () -> drafts.retire(writer.account.id(), draft, some.id(), random.nextBoolean()));
      } else {
        DraftItem some = points.get(random.nextInt(points.size()));
        typed.add(text);
        SaveOutcome outcome = writer.save(some, point(text));
        if (outcome instanceof SaveOutcome.Conflict conflict) {
          conflicts++;
          assertThat(title(conflict.mine())).isEqualTo(text);
          assertThat(title(conflict.newest().body())).isEqualTo(kept.get(some.id()));
          if (random.nextBoolean()) {
            outcome = writer.save(conflict.newest(), conflict.mine());
          } else {
            writer.givenUp.add(text);
          }
        }
        if (outcome instanceof SaveOutcome.Saved saved) {
          // Whatever it stands in place of, its author had before them.
          assertThat(title(saved.before())).isEqualTo(kept.get(some.id()));
          replaced.add(title(saved.before()));
          kept.put(some.id(), text);
        }
        writer.seen = writer.read();
      }
    }
    Draft now = writers.getFirst().read();
    Map<String, String> found = new HashMap<>();
    now.items().stream()
        .filter(item -> item.kind() == ItemKind.KEY_POINT)
        .forEach(item -> found.put(item.id(), title(item.body())));
    assertThat(found).isEqualTo(kept);
    Set<String> accounted = new HashSet<>(replaced);
    accounted.addAll(kept.values());
    writers.forEach(writer -> accounted.addAll(writer.givenUp));
    assertThat(accounted).containsAll(typed);
    assertThat(conflicts).as("so that it was put to the test").isGreaterThan(3);
  }

  @Test
  void ofTwoWhoSaveAtTheSameMomentOneSeesTheOther() throws Exception {
    DraftItem item = fixtures.as(owner, () -> drafts.add(owner.id(), draft, 0, point("the first")));
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        DraftItem from = item;
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<SaveOutcome>> both = new ArrayList<>();
        for (Account account : List.of(owner, helper)) {
          String text = account.username() + " " + round;
          both.add(
              pool.submit(
                  () -> {
                    Writer writer = new Writer(account);
                    start.await();
                    return writer.save(from, point(text));
                  }));
        }
        List<SaveOutcome> outcomes = List.of(both.get(0).get(), both.get(1).get());
        SaveOutcome.Saved saved = one(outcomes, SaveOutcome.Saved.class);
        SaveOutcome.Conflict conflict = one(outcomes, SaveOutcome.Conflict.class);
        assertThat(conflict.newest().body()).isEqualTo(saved.now().body());
        assertThat(saved.now().revision()).isEqualTo(from.revision() + 1);
        item = saved.now();
      }
    }
  }

  private static <T> T one(List<SaveOutcome> outcomes, Class<T> type) {
    List<T> some = outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(some).as("%s", outcomes).hasSize(1);
    return some.getFirst();
  }

  private static ItemBody.KeyPoint point(String title) {
    return new ItemBody.KeyPoint(title, "", "", 0, "");
  }

  private static String title(ItemBody body) {
    return ((ItemBody.KeyPoint) body).title();
  }
}
