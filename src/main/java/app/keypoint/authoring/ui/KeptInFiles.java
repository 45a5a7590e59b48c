package app.keypoint.authoring.ui;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.Drafts;
import app.keypoint.authoring.QuizFiles;
import app.keypoint.authoring.QuizFiles.Copyable;
import app.keypoint.identity.GoneException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.function.Consumer;

/** The quizzes of the server's files: to be copied into one's own, or taken along. */
final class KeptInFiles extends Section {

  private final QuizFiles files;
  private final long authorId;
  private final Consumer<Draft> onCopy;

  KeptInFiles(List<Copyable> kept, QuizFiles files, long authorId, Consumer<Draft> onCopy) {
    this.files = files;
    this.authorId = authorId;
    this.onCopy = onCopy;
    addClassNames("card", "kept-in-files");
    Paragraph about = new Paragraph(getTranslation("authoring.kept.text"));
    about.addClassNames("muted", "small");
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    kept.forEach(quiz -> list.add(row(quiz)));
    add(new H2(getTranslation("authoring.kept")), about, list);
  }

  private ListItem row(Copyable quiz) {
    Span name = new Span(quiz.title());
    name.addClassName("name");
    NativeButton copy =
        new NativeButton(getTranslation("authoring.kept.copy"), click -> copy(quiz.quizId()));
    copy.addClassName("plain");
    copy.setAriaLabel(getTranslation("authoring.kept.copy.of", quiz.title()));
    Div actions =
        new Div(copy, new YamlLink(quiz.title(), () -> files.fileOf(authorId, quiz.quizId())));
    actions.addClassName("actions");
    Div row = new Div(name, actions);
    row.addClassName("file");
    return new ListItem(row);
  }

  private void copy(String quizId) {
    try {
      onCopy.accept(files.copy(authorId, quizId));
    } catch (GoneException e) {
      Notification.show(getTranslation("authoring.bring.gone"));
    } catch (Drafts.TooLarge e) {
      Notification.show(getTranslation("authoring.bring.too-large", Drafts.MAX_SIZE));
    } catch (Drafts.TooMuch e) {
      Notification.show(getTranslation("authoring.bring.too-many"));
    }
  }
}
