package app.keypoint.content.ui;

import app.keypoint.content.Catalogue;
import app.keypoint.content.Finding;
import app.keypoint.content.ProblemReports;
import app.keypoint.content.loading.ContentStatus;
import app.keypoint.content.loading.ContentStatus.FileStatus;
import app.keypoint.content.loading.ContentStatus.TranslationState;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.ui.PageHeader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** How the quiz files stand: what is served, and what to do about the rest and about reports. */
@Route("content")
@Menu(title = "content.files", order = 6)
@RolesAllowed("ADMINISTRATOR")
class ContentView extends Div implements HasDynamicTitle {

  ContentView(
      ContentStatus status, ProblemReports reports, Catalogue catalogue, CurrentAccount current) {
    addClassName("content-files");
    add(
        new PageHeader(
            getTranslation("content.files"),
            getTranslation("content.files-from", status.source())));
    status.leftovers().ifPresent(found -> add(new LeftoversNote(found, current.get())));
    status.files().forEach(file -> add(card(file)));
    add(
        new ReportedQuestions(
            reports.latest(), catalogue, status, current.get().calendar().zone()));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("content.files");
  }

  private Component card(FileStatus file) {
    Span tag = new Span(getTranslation(file.ok() ? "content.file-served" : "content.file-refused"));
    tag.addClassNames("tag", file.ok() ? "ok" : "bad");
    Div head = new Div(new H2(file.name()), tag);
    head.addClassName("file");
    Paragraph questions = new Paragraph(getTranslation("content.file-questions", file.questions()));
    questions.addClassName("muted");
    Div card = new Div(head, questions);
    if (file.translation() != null) {
      card.add(translation(file, file.translation()));
    }
    card.addClassName("card");
    if (!file.findings().isEmpty()) {
      UnorderedList findings = new UnorderedList();
      file.findings().forEach(finding -> findings.add(item(finding)));
      card.add(findings);
    }
    return card;
  }

  /** Whose translation it is, how much of it, and how much of that wants another look. */
  private Paragraph translation(FileStatus file, TranslationState state) {
    Locale language = state.language();
    return new Paragraph(
        getTranslation(
            "content.file-translation",
            state.original(),
            language.getDisplayName(getLocale()),
            file.questions(),
            state.total(),
            state.stale()));
  }

  /** Findings are for authors and in English, like the files. */
  private ListItem item(Finding finding) {
    ListItem item = new ListItem(finding.toString());
    item.getElement().setAttribute("lang", "en");
    return item;
  }
}
