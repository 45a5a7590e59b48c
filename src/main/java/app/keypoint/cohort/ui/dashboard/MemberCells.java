package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboard.Member;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.statistics.CohortTrends;
import app.keypoint.cohort.ui.learner.CohortLearnerView;
import app.keypoint.content.Quiz;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.progress.KeyPointMastery.Level;
import app.keypoint.quiz.QuizStanding;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cells of a cohort's table: a few values each, which the page draws ({@code
 * frontend/members.js}). As components they were a thousand objects and 400 KB for 25 learners.
 */
final class MemberCells {

  private static final List<Integer> NO_REVIEWS = Collections.nCopies(CohortTrends.TREND_WEEKS, 0);

  private final Component in;
  private final long cohortId;

  MemberCells(Component in, long cohortId) {
    this.in = in;
    this.cohortId = cohortId;
  }

  /** What words the drawings of all rows need. */
  ObjectNode words(List<Quiz> quizzes) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    words.put("trend", in.getTranslation("cohort.trend.words", "{0}", "{1}"));
    ObjectNode levels = words.putObject("levels");
    for (Level level : Level.values()) {
      levels
          .putObject(letter(level))
          .put("style", level.name().toLowerCase(Locale.ROOT))
          .put("point", in.getTranslation("cohort.point." + level, "{0}", "{1}"))
          .put("points", in.getTranslation("cohort.points." + level, "{0}"));
    }
    ArrayNode titles = words.putArray("quizzes");
    for (Quiz quiz : quizzes) {
      ArrayNode points = titles.addObject().put("title", QuizTexts.title(quiz)).putArray("points");
      quiz.keyPoints().forEach(point -> points.add(QuizTexts.of(point).text().title()));
    }
    return words;
  }

  /** Who it is, with what they need a nudge for. */
  LitRenderer<Member> name(SerializableFunction<Member, List<Nudge>> nudges) {
    return LitRenderer.<Member>of(
            """
            <div class="name"><a href="${item.href}" router-link>${item.text}</a>${item.tags.map(
              tag => html`<span class="tag ${tag.style}" title="${tag.title ?? ''}">${tag.text}</span>`)}</div>
            """)
        .withProperty("text", Member::name)
        .withProperty("href", this::address)
        .withProperty("tags", member -> tags(member, nudges.apply(member)));
  }

  /** A figure or a few words. */
  LitRenderer<Member> text(ValueProvider<Member, String> text) {
    return LitRenderer.<Member>of("<span class=\"num\">${item.text}</span>")
        .withProperty("text", text);
  }

  /** How much is retained, with the reviews that say so; a dash where there are none. */
  LitRenderer<Member> retained() {
    return LitRenderer.<Member>of(
            """
            <div class="figure">${item.text
              ? html`<span class="num">${item.text}</span><span class="muted small">${item.rests}</span>`
              : html`<span role="img" aria-label="${item.rests}">–</span>`}</div>
            """)
        .withProperty(
            "text",
            member ->
                member.retained().rate() == null
                    ? ""
                    : in.getTranslation("cohort.percent", member.retained().rate()))
        .withProperty(
            "rests",
            member ->
                member.retained().rate() == null
                    ? in.getTranslation("cohort.unknown")
                    : in.getTranslation("cohort.of-reviews", member.retained().reviews()));
  }

  /** Answers by week, oldest first; who has none is not in the map that they come from. */
  LitRenderer<Member> trend(SerializableFunction<Member, List<Integer>> weeks) {
    return LitRenderer.<Member>of("<kp-weeks class=\"trend\" .value=\"${item.text}\"></kp-weeks>")
        .withProperty(
            "text",
            member -> {
              List<Integer> answers = weeks.apply(member);
              return (answers.isEmpty() ? NO_REVIEWS : answers)
                  .stream().map(String::valueOf).collect(Collectors.joining(" "));
            });
  }

  /**
   * Key points and best score.
   *
   * @param nth of those that {@link #words} told
   */
  LitRenderer<Member> quiz(Quiz quiz, int nth) {
    return LitRenderer.<Member>of(
            """
            <kp-strip class="strip" quiz="%d" .value="${item.points}"></kp-strip><span class="muted small num">${item.text}</span>
            """
                .formatted(nth))
        .withProperty("points", member -> points(member.masteryOf(quiz)))
        .withProperty("text", member -> score(member.standingOf(quiz)));
  }

  private String address(Member member) {
    return RouteConfiguration.forSessionScope()
        .getUrl(CohortLearnerView.class, CohortLearnerView.route(cohortId, member.learnerId()));
  }

  private ArrayNode tags(Member member, List<Nudge> nudges) {
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    if (!member.inUse()) {
      tags.addObject()
          .put("text", in.getTranslation(member.erased() ? "cohort.erased" : "cohort.switched-off"))
          .put("style", Tag.Kind.PLAIN.style());
    }
    for (Nudge nudge : nudges) {
      tags.addObject()
          .put("text", NudgeText.briefly(in, nudge))
          .put("style", NudgeText.kind(nudge.level()).style())
          .put("title", NudgeText.reason(in, nudge));
    }
    return tags;
  }

  private static String points(List<KeyPointMastery> mastery) {
    return mastery.stream()
        .map(point -> letter(point.level()) + Math.round(point.retained() * 100))
        .collect(Collectors.joining(" "));
  }

  private static String letter(Level level) {
    return level.name().substring(0, 1);
  }

  private String score(@Nullable QuizStanding standing) {
    return standing == null || standing.best() == null
        ? in.getTranslation(standing == null ? "cohort.unstarted" : "cohort.started")
        : in.getTranslation("cohort.best", standing.best(), standing.finished());
  }
}
