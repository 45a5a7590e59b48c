package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.dashboard.Dashboards.ReportedProblem;
import app.keypoint.cohort.ui.Ago;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What learners say is wrong with questions. */
class ReportedProblems extends Section {

  /** So many are shown at once. */
  private static final int MOST = 5;

  ReportedProblems(List<ReportedProblem> problems, Ago ago) {
    addClassNames("card", "hardest");
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    problems.stream().limit(MOST).forEach(problem -> list.add(item(problem, ago)));
    add(new H2(getTranslation("cohort.reports.title")), list);
    if (problems.size() > MOST) {
      UnorderedList others = new UnorderedList();
      others.addClassName("rows");
      problems.stream().skip(MOST).forEach(problem -> others.add(item(problem, ago)));
      NativeDetails more =
          new NativeDetails(getTranslation("cohort.reports.more", problems.size() - MOST), others);
      more.addClassName("columns");
      add(more);
    }
  }

  private ListItem item(ReportedProblem problem, Ago ago) {
    Worded<Question> asked = QuizTexts.of(problem.question());
    Span prompt = Rich.text(asked.text().prompt(), asked.language());
    prompt.addClassNames("muted", "small");
    Span who = new Span(problem.learner() + " · " + ago.words(this, problem.at()));
    who.addClassNames("muted", "small");
    return new ListItem(new Div(new Span(problem.note()), prompt, who));
  }
}
