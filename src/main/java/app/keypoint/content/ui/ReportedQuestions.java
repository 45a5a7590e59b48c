package app.keypoint.content.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.ProblemReports.Report;
import app.keypoint.content.Question;
import app.keypoint.content.QuestionVersion;
import app.keypoint.content.Worded;
import app.keypoint.content.loading.ContentStatus;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What learners say is wrong with questions, for whoever maintains the files; without names. */
class ReportedQuestions extends Section {

  private final Catalogue catalogue;
  private final ContentStatus status;
  private final DateTimeFormatter format;

  ReportedQuestions(List<Report> reports, Catalogue catalogue, ContentStatus status, ZoneId zone) {
    this.catalogue = catalogue;
    this.status = status;
    format =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(getLocale())
            .withZone(zone);
    addClassNames("card", "reported");
    add(new H2(getTranslation("content.reports")));
    if (reports.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("content.reports-none"));
      none.addClassName("muted");
      add(none);
      return;
    }
    Map<Long, QuestionVersion> asked =
        catalogue.versions(reports.stream().map(Report::questionVersionId).distinct().toList());
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    for (Report report : reports) {
      list.add(item(report, Objects.requireNonNull(asked.get(report.questionVersionId()))));
    }
    add(list);
  }

  private ListItem item(Report report, QuestionVersion version) {
    Paragraph note = new Paragraph(report.note());
    note.addClassName("note");
    Worded<Question> asked = QuizTexts.of(version.question());
    Div prompt = new Div(Rich.text(asked.text().prompt(), asked.language()));
    String id = version.question().id();
    String quiz = catalogue.quiz(version.quizId()).map(QuizTexts::title).orElse(version.quizId());
    String place =
        status
            .placeOf(id)
            .map(at -> " · " + getTranslation("content.reports-at", at.file(), at.line()))
            .orElse("");
    Div where = new Div(quiz + " · " + id + place + " · " + format.format(report.at()));
    prompt.addClassNames("muted", "small");
    where.addClassNames("muted", "small");
    return new ListItem(note, prompt, where);
  }
}
