package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.identity.NewAccount;
import app.keypoint.identity.Role;
import app.keypoint.time.StudyCalendar;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two authors write one quiz in two browsers, at random: whatever words reached a field are in the
 * draft in the end, but for those that somebody gave up by a choice or took back; and each part
 * says what was on the screen of one of them as a whole.
 *
 * <p>Much of it is waiting, which the other process of a build uses as long as it has something to
 * do.
 *
 * <p>{@code -Dkeypoint.typing.seconds=120} writes for longer than a build has time for, {@code
 * -Dkeypoint.seed=…} does the same again as far as two browsers and a server keep the same pace.
 */
class CoAuthorsIT extends BrowserTest {

  private static final Duration LONG =
      Duration.ofSeconds(Integer.getInteger("keypoint.typing.seconds", 15));
  private static final long SEED =
      Long.getLong("keypoint.seed", UUID.randomUUID().getLeastSignificantBits() >>> 40);
  private static final String PASSWORD = "correct horse battery";
  private static final int MOST_PARTS = 5;

  /** On a slow machine, until both have written one part at once. */
  private static final int MOST_STEPS = 300;

  @Autowired private Accounts accounts;
  @Autowired private JdbcTemplate sql;

  private final Random random = new Random(SEED);
  private final List<String> told = new ArrayList<>();
  private AuthorAtWork owner;
  private AuthorAtWork helper;
  private WrittenDraft draft;

  /** Given up knowingly, and not brought back since as far as that was looked at. */
  private final Set<String> givenUp = new HashSet<>();

  private int conflicts;

  @Test
  void nothingThatEitherTypedIsLost() {
    begin();
    long end = System.nanoTime() + LONG.toNanos();
    try {
      for (int step = 0;
          System.nanoTime() < end || conflicts == 0 && LONG.toSeconds() >= 15 && step < MOST_STEPS;
          step++) {
        AuthorAtWork author = random.nextInt(2) == 0 ? owner : helper;
        if (author.isAsked() && random.nextBoolean()) {
          choose(author);
        } else {
          act(author, step);
        }
        if (random.nextInt(4) == 0) {
          author.pause(random.nextInt(900));
        }
      }
      comeToAnEnd();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "-Dkeypoint.seed=%d: %s%n%s".formatted(SEED, e.getMessage(), String.join("\n", told)), e);
    }
    System.out.printf(
        "Two browsers, seed %d: %d steps, %d words, %d choices, %d words given up%n",
        SEED, told.size(), typed().size(), conflicts, givenUp.size());
    if (LONG.toSeconds() >= 15) {
      assertThat(conflicts).as("so that it was put to the test").isPositive();
    }
  }

  private void begin() {
    Account first = account();
    Account second = account();
    owner = new AuthorAtWork(visitor().enterAs(first.username(), PASSWORD), "a");
    helper = new AuthorAtWork(visitor().enterAs(second.username(), PASSWORD), "b");
    owner.begin();
    draft = new WrittenDraft(sql, owner.quizId());
    sql.update(
        "insert into authored_share (quiz_id, account_id, may) values (?, ?, 'EDIT')",
        owner.quizId(),
        second.id());
    helper.open(owner.quizId());
    for (int i = 0; i < 2; i++) {
      owner.press(i == 0 ? "Control+Shift+Enter" : "Control+Enter");
    }
  }

  private Account account() {
    String name = "author-" + UUID.randomUUID();
    return accounts.create(
        new NewAccount(
            name,
            name,
            PASSWORD,
            Role.INSTRUCTOR,
            new StudyCalendar(ZoneOffset.UTC, StudyCalendar.DEFAULT_ROLLOVER_HOUR),
            null));
  }

  private void act(AuthorAtWork author, int step) {
    int what = random.nextInt(100);
    if (what < 55) {
      keeping(author, "types", it -> it.type(step, random));
    } else if (what < 65) {
      keeping(author, "opens", it -> it.openSome(random));
    } else if (what < 70) {
      keeping(
          author, "goes on", it -> it.hit(random.nextBoolean() ? "Alt+ArrowDown" : "Alt+ArrowUp"));
    } else if (what < 78) {
      takingBack(author, "Alt+z");
    } else if (what < 83) {
      takingBack(author, "Alt+Shift+z");
    } else if (what < 88 && draft.parts().size() < MOST_PARTS) {
      keeping(
          author,
          "adds",
          it -> it.hit(random.nextBoolean() ? "Control+Enter" : "Control+Shift+Enter"));
    } else if (what < 92) {
      keeping(
          author,
          "moves",
          it -> it.hit(random.nextBoolean() ? "Alt+Shift+ArrowDown" : "Alt+Shift+ArrowUp"));
    } else if (what < 95) {
      keeping(author, "retires or takes in", AuthorAtWork::retireOrTakeIn);
    } else if (what < 98) {
      keeping(author, "changes the type", it -> it.hit("Alt+" + (1 + random.nextInt(4))));
    } else {
      keeping(author, "reloads", AuthorAtWork::reload);
    }
  }

  /** Something by which no word may go. */
  private void keeping(AuthorAtWork author, String what, Consumer<AuthorAtWork> action) {
    told.add(author + " " + what + " in " + author.part());
    Set<String> before = draft.words();
    action.accept(author);
    assertThat(draft.words()).as("%s", told.getLast()).containsAll(before);
  }

  /** Takes back or does again: only own words go, or those given up before. */
  private void takingBack(AuthorAtWork author, String key) {
    told.add(author + " " + key + " in " + author.part());
    author.settle();
    Set<String> before = draft.words();
    before.addAll(author.wordsOnScreen()); // perhaps on their way yet
    author.press(key);
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(draft.words());
    assertThat(gone)
        .as("%s", told.getLast())
        .allMatch(word -> author.wrote(word) || givenUp.contains(word));
    givenUp.addAll(gone);
  }

  /** Sees both and chooses. */
  private void choose(AuthorAtWork author) {
    boolean mine = random.nextBoolean();
    told.add(author + (mine ? " keeps own" : " takes theirs") + " in " + author.part());
    conflicts++;
    author.settle();
    if (conflicts == 1) {
      author.findsThePageAccessible();
    }
    Set<String> shown = author.wordsOfQuestion();
    Set<String> screen = author.wordsOnScreen();
    Set<String> before = draft.words();
    author.choose(mine);
    Set<String> now = draft.words();
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(now);
    if (mine) {
      assertThat(shown).as("seen before they went by: %s", told.getLast()).containsAll(gone);
    } else {
      assertThat(gone).as("%s", told.getLast()).isEmpty();
      screen.removeAll(now);
      gone = screen;
    }
    givenUp.addAll(gone);
  }

  private Set<String> typed() {
    Set<String> all = new TreeSet<>(owner.typed());
    all.addAll(helper.typed());
    return all;
  }

  private void comeToAnEnd() {
    told.add("the end");
    for (AuthorAtWork author : List.of(owner, helper)) {
      for (String part : draft.parts()) {
        // What the browser still keeps of a part is typed again when that is opened.
        if (author.keepsWordsOf(part)) {
          author.pause(1_000);
          author.openPart(part);
        }
        author.pause(1_000);
        while (author.isAsked()) {
          choose(author);
          author.pause(1_000);
        }
      }
    }
    Set<String> missing = typed();
    missing.removeAll(draft.words());
    missing.removeAll(givenUp);
    assertThat(missing).as("typed, and neither kept nor given up").isEmpty();

    Map<String, Map<String, String>> stored = draft.fields();
    stored.forEach(
        (part, fields) -> {
          List<Map<String, String>> seen = new ArrayList<>(owner.screensOf(part));
          seen.addAll(helper.screensOf(part));
          boolean blank = fields.values().stream().allMatch(String::isEmpty);
          assertThat(blank || seen.stream().anyMatch(screen -> says(fields, screen)))
              .as("%s says %s, which was on nobody's screen", part, fields)
              .isTrue();
        });
    owner.reload();
    helper.reload();
    assertThat(owner.outline()).isEqualTo(helper.outline());
    assertThat(new HashSet<>(draft.parts())).hasSameSizeAs(draft.parts());
  }

  private static boolean says(Map<String, String> stored, Map<String, String> screen) {
    return screen.entrySet().stream()
        .allMatch(field -> stored.getOrDefault(field.getKey(), "").equals(field.getValue()));
  }
}
