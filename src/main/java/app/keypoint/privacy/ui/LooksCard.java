package app.keypoint.privacy.ui;

import app.keypoint.identity.CurrentAccount;
import app.keypoint.privacy.OwnData;
import app.keypoint.privacy.OwnData.Look;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Who opened one's page as a learner or took files along, and when; page by page. */
class LooksCard extends Section {

  private static final int PAGE = 20;

  private final OwnData data;
  private final CurrentAccount current;
  private final UnorderedList list = new UnorderedList();
  private final NativeButton more =
      new NativeButton(getTranslation("privacy.looks.more"), click -> show());
  private int pages;

  LooksCard(OwnData data, CurrentAccount current) {
    this.data = data;
    this.current = current;
    addClassNames("card", "looks");
    Paragraph about = new Paragraph(getTranslation("privacy.looks.about"));
    about.addClassName("muted");
    list.addClassName("rows");
    more.addClassName("btn");
    add(new H2(getTranslation("privacy.looks")), about, list, more);
    show();
    if (list.getChildren().findAny().isEmpty()) {
      remove(list);
      add(new Paragraph(getTranslation("privacy.looks.none")));
    }
  }

  private void show() {
    List<Look> looks = data.looks(current.get(), pages++, PAGE);
    looks.forEach(look -> list.add(item(look)));
    more.setVisible(looks.size() == PAGE);
  }

  private ListItem item(Look look) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(current.get().calendar().zone());
    Span who =
        new Span(
            getTranslation(
                look.file() ? "privacy.look.file" : "privacy.look", look.by(), look.what()));
    Span when = new Span(format.format(look.at()));
    when.addClassNames("muted", "small", "num");
    return new ListItem(new Div(new Div(who), when));
  }
}
