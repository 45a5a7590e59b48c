package app.keypoint.cohort.ui.statistics;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.review.Leech;
import app.keypoint.ui.LazyDetails;
import app.keypoint.ui.StaticMarkup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions that learners keep forgetting, those of most learners first. */
public class Leeches extends Section {

  /** So many are shown at once, as of the hardest questions beside them. */
  private static final int MOST = 6;

  private final long cohortId;
  private final Behind behind;
  private final @Nullable LazyDetails more;

  /**
   * @param behind opens the lists of a cohort, whose members they are of
   */
  public Leeches(List<Dashboard.Leech> leeches, Behind behind) {
    this.cohortId = behind.cohortId();
    this.behind = behind;
    addClassNames("card", "hardest");
    add(new H2(getTranslation("cohort.leeches.title")));
    Paragraph note = new Paragraph(getTranslation("cohort.leeches.note", Leech.LAPSES));
    note.addClassNames("muted", "small");
    add(note, list(leeches.stream().limit(MOST)));
    if (leeches.size() > MOST) {
      LazyDetails details =
          new LazyDetails(
              getTranslation("cohort.leeches.more", leeches.size() - MOST),
              () -> list(leeches.stream().skip(MOST)));
      details.addClassName("columns");
      add(details);
      more = details;
    } else {
      more = null;
    }
  }

  /** Whether those that are not shown at once are open. */
  public boolean isOpen() {
    return more != null && more.isOpen();
  }

  /** Opens or closes them. */
  public void setOpen(boolean open) {
    if (more != null) {
      more.setOpen(open);
    }
  }

  private OrderedList list(Stream<Dashboard.Leech> leeches) {
    OrderedList list = new OrderedList();
    list.addClassName("rows");
    leeches.forEach(leech -> list.add(item(leech)));
    return list;
  }

  private ListItem item(Dashboard.Leech leech) {
    Worded<Question> asked = QuizTexts.of(leech.question());
    Span prompt = Rich.text(asked.text().prompt(), asked.language());
    RouterLink quiz = QuestionStatisticsView.link(cohortId, leech.quiz());
    Component learners =
        behind.leech(
            getTranslation("cohort.leeches.learners", leech.learners(), leech.holders()),
            leech.quiz(),
            leech.question());
    return new ListItem(StaticMarkup.of(new Div(prompt, quiz)), learners);
  }
}
