package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboard;
import app.keypoint.cohort.ui.Behind;
import app.keypoint.cohort.ui.statistics.QuestionStatisticsView;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.statistics.ItemAnalysis;
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

/** The questions that most learners missed at their first attempt. */
class HardestQuestions extends Section {

  private final Behind behind;
  private final Paragraph note = new Paragraph();

  /**
   * @param behind opens the lists of its cohort
   */
  HardestQuestions(Dashboard dashboard, Behind behind) {
    this.behind = behind;
    addClassNames("card", "hardest");
    add(new H2(getTranslation("cohort.hardest.title")));
    OrderedList list = new OrderedList();
    list.addClassName("rows");
    long cohortId = dashboard.cohort().id();
    dashboard.hardest().forEach(question -> list.add(item(question, cohortId)));
    if (!dashboard.hardest().isEmpty()) {
      add(list);
    }
    note.addClassNames("muted", "small");
    judged(dashboard);
    add(note);
  }

  /** Says anew what the questions rest on. */
  final void judged(Dashboard dashboard) {
    note.setText(note(dashboard));
  }

  private ListItem item(Dashboard.HardQuestion question, long cohortId) {
    Worded<Question> asked = QuizTexts.of(question.question());
    Span prompt = Rich.text(asked.text().prompt(), asked.language());
    RouterLink quiz = QuestionStatisticsView.link(cohortId, question.quiz());
    Span right = new Span(getTranslation("cohort.percent", question.facility()));
    right.addClassName("num");
    Component rests =
        behind.hardest(getTranslation("cohort.hardest.attempts", question.attempts()), question);
    Div figure = new Div(right, rests);
    figure.addClassName("figure");
    return new ListItem(StaticMarkup.of(new Div(prompt, quiz)), figure);
  }

  private String note(Dashboard dashboard) {
    Dashboard.Judged judged = dashboard.judged();
    if (!dashboard.hardest().isEmpty()) {
      return getTranslation(
          "cohort.hardest.note", ItemAnalysis.FEWEST_ATTEMPTS, judged.enough(), judged.questions());
    }
    return judged.enough() == 0
        ? getTranslation(
            "cohort.hardest.missing",
            ItemAnalysis.FEWEST_ATTEMPTS - judged.most(),
            ItemAnalysis.FEWEST_ATTEMPTS)
        : getTranslation(
            "cohort.hardest.none",
            judged.enough(),
            judged.questions(),
            ItemAnalysis.FEWEST_ATTEMPTS);
  }
}
