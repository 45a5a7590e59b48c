package app.keypoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Catalogue;
import app.keypoint.support.StoredMembers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two hundred learners by all key points. */
class KeyPointMapIT extends BrowserTest {

  private static final int LEARNERS = 200;
  private static final int WIDE = 50;

  /** Bytes that a figure may take, names and all. */
  private static final int BYTES_A_CELL = 8;

  @Autowired JdbcTemplate jdbc;
  @Autowired Catalogue catalogue;

  @Test
  void isReadByKeyboardWithoutAllOfItBeingThere() {
    int points = catalogue.quizzes().stream().mapToInt(quiz -> quiz.keyPoints().size()).sum();
    Visitor instructor = visitor().enterAs("instructor");
    InstructorAtWork work = new InstructorAtWork(instructor);
    long cohort = work.create("Mapped seminar");
    var unused =
        StoredMembers.add(jdbc, catalogue, cohort, LocalDate.now(ZoneOffset.UTC), LEARNERS);

    instructor.page().reload();
    instructor.settle();
    work.follow("Key point map", "map");
    instructor.page().locator("kp-map a.shade").first().waitFor();
    instructor.settle();
    assertThat(rows(instructor)).as("rows in the page").isLessThan(40);
    instructor.findsThePageAccessible();
    instructor.findsThePageFitting();

    AtomicLong bytes = new AtomicLong();
    instructor
        .page()
        .onResponse(
            response -> {
              if (response.url().contains("v-r=uidl")) {
                bytes.addAndGet(response.body().length);
              }
            });
    instructor.page().locator("kp-map tbody th a").first().focus();
    instructor.press("ArrowRight", "ArrowRight", "ArrowDown");
    assertThat(focused(instructor)).contains("point=").contains("/learners/");
    instructor.press("Control+End");
    instructor
        .page()
        .waitForFunction(
            "() => document.querySelector('kp-map').textContent.includes('Mapped learner 200')");
    assertThat(rows(instructor)).as("rows in the page").isLessThan(40);
    assertThat(instructor.page().evaluate("document.activeElement.closest('tr').ariaRowIndex"))
        .as("below two rows of heads")
        .isEqualTo(Integer.toString(LEARNERS + 2));
    instructor.press("PageUp", "PageUp", "PageUp", "PageUp", "PageUp", "PageUp", "Home", "End");
    instructor.settle();
    assertThat(bytes.get()).as("bytes").isLessThan((long) BYTES_A_CELL * LEARNERS * points);

    instructor.page().locator("kp-map button[data-column=average]").focus();
    instructor.page().keyboard().press("Enter");
    instructor
        .page()
        .locator("kp-map th.average[aria-sort=descending], kp-map th.average[aria-sort=ascending]")
        .waitFor();
    assertThat(instructor.page().evaluate("document.activeElement.dataset.column"))
        .as("focus after sorting")
        .isEqualTo("average");
    instructor.page().locator("kp-map button[data-column=name]").click();
    instructor.page().locator("kp-map th.name[aria-sort=ascending]").waitFor();
    widen(instructor);
    assertThat(instructor.page().locator("kp-map th.point").count()).isEqualTo(WIDE);
    assertThat(instructor.page().locator("kp-map *").count())
        .as("elements, of %d figures", LEARNERS * WIDE)
        .isLessThan(LEARNERS * WIDE / 2);
    instructor.page().locator("kp-map tbody th a").first().focus();

    instructor.press("Control+Home", "ArrowRight", "ArrowRight");
    instructor.page().keyboard().press("Enter");
    instructor.page().waitForURL("**/learners/*");
    instructor.settle();
    assertThat(instructor.heading()).isEqualTo("Mapped learner 001");
    instructor.page().locator(".learner-point table").waitFor();
  }

  /** As if there were more key points than are shipped. */
  private static void widen(Visitor visitor) {
    visitor
        .page()
        .evaluate(
            """
            wide => {
              const map = document.querySelector('kp-map');
              const points = [...map.data.points];
              const first = map.data.first.map(row => [...row]);
              for (let i = 0; points.length < wide; i++) {
                points.push(points[i]);
                for (const row of first) row[4] += ',' + row[4].split(',')[i];
              }
              map.data = { ...map.data, points, first };
            }
            """,
            WIDE);
  }

  private static int rows(Visitor visitor) {
    return visitor.page().locator("kp-map tbody tr:not(.space)").count();
  }

  private static String focused(Visitor visitor) {
    return String.valueOf(visitor.page().evaluate("document.activeElement.href"));
  }
}
