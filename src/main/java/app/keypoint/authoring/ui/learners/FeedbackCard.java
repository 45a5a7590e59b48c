package app.keypoint.authoring.ui.learners;

import app.keypoint.authoring.LearnersNotes.AboutQuestion;
import app.keypoint.authoring.LearnersNotes.Claim;
import app.keypoint.authoring.LearnersNotes.Note;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.authoring.ui.Times;
import app.keypoint.authoring.ui.editor.EditorView;
import app.keypoint.content.Markdown;
import app.keypoint.identity.Account;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** What learners say of one question. */
final class FeedbackCard extends Section {

  private final Account reader;
  private final Actions does;

  /**
   * What the buttons do.
   *
   * @param accept called with what was called right
   * @param setAside likewise
   * @param setReportAside called with a report's id
   */
  record Actions(Consumer<Claim> accept, Consumer<Claim> setAside, LongConsumer setReportAside) {}

  FeedbackCard(String quizId, AboutQuestion question, Account reader, Actions does) {
    this.reader = reader;
    this.does = does;
    addClassNames("card", "heard-card");
    RouterLink link =
        new RouterLink(
            ItemNames.of(question.now(), this),
            EditorView.class,
            EditorView.route(quizId, question.itemId()));
    add(new H2(link));
    boolean several = question.blanks() > 1;
    list("authoring.heard.claims", question.claims(), claim -> claim(claim, several));
    list("authoring.heard.reports", question.reports(), note -> report(question, note));
  }

  private <T> void list(String key, List<T> all, Function<T, Component> row) {
    if (!all.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("rows");
      all.forEach(one -> list.add(new ListItem(row.apply(one))));
      add(new H3(getTranslation(key)), list);
    }
  }

  private Component claim(Claim claim, boolean several) {
    String what =
        several ? getTranslation("authoring.blank", claim.blank(), claim.answer()) : claim.answer();
    Span answer = new Span(what);
    answer.addClassName("name");
    Div words =
        new Div(
            answer,
            small(getTranslation("authoring.heard.by", claim.learners(), when(claim.latest()))));
    NativeButton accept = button("authoring.heard.accept", what, () -> does.accept().accept(claim));
    accept.addClassName("btn");
    NativeButton aside =
        button("authoring.heard.set-aside", what, () -> does.setAside().accept(claim));
    aside.addClassName("plain");
    return row(words, accept, aside);
  }

  private Component report(AboutQuestion question, Note note) {
    Div words = new Div(new Paragraph(note.note()), small(when(note.at())));
    if (!note.asked().stem().strip().equals(question.now().stem().strip())) {
      words.add(
          small(getTranslation("authoring.heard.asked", Markdown.text(note.asked().prompt()))));
    }
    NativeButton aside =
        button(
            "authoring.heard.set-aside",
            note.note(),
            () -> does.setReportAside().accept(note.id()));
    aside.addClassName("plain");
    return row(words, aside);
  }

  private static Component row(Div words, Component... buttons) {
    words.addClassName("words");
    Div actions = new Div(buttons);
    actions.addClassName("actions");
    Div row = new Div(words, actions);
    row.addClassName("file");
    return row;
  }

  private Paragraph small(String text) {
    Paragraph small = new Paragraph(text);
    small.addClassNames("muted", "small");
    return small;
  }

  private String when(Instant at) {
    return Times.of(at, reader, getLocale());
  }

  /** Voices say what it is about. */
  private NativeButton button(String key, String about, Runnable action) {
    String label = getTranslation(key);
    NativeButton button = new NativeButton(label, click -> action.run());
    button.setAriaLabel(label + ": " + about);
    return button;
  }
}
