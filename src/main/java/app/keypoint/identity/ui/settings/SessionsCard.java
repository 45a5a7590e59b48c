package app.keypoint.identity.ui.settings;

import app.keypoint.identity.signin.Sessions;
import app.keypoint.identity.signin.Sessions.Session;
import app.keypoint.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Where one is signed in, each with a button that ends it. */
class SessionsCard extends Section {

  private final Sessions sessions;
  private final ZoneId zone;
  private final Div body = new Div();

  SessionsCard(Sessions sessions, ZoneId zone) {
    this.sessions = sessions;
    this.zone = zone;
    addClassNames("card", "sessions");
    Paragraph explanation = new Paragraph(getTranslation("identity.sessions.explanation"));
    explanation.addClassName("muted");
    add(new H2(getTranslation("identity.sessions.heading")), explanation, body);
    show();
  }

  private void show() {
    List<Session> own = sessions.own();
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    own.forEach(session -> list.add(item(session)));
    body.removeAll();
    body.add(list);
    if (own.size() > 1) {
      NativeButton others =
          new NativeButton(
              getTranslation("identity.sessions.endOthers"),
              click -> {
                sessions.endOthers();
                show();
              });
      others.addClassName("btn");
      body.add(others);
    }
  }

  private ListItem item(Session session) {
    String browser = BrowserName.of(session.browser());
    String name = browser.isEmpty() ? getTranslation("identity.sessions.unknown") : browser;
    Div first = new Div(new Span(name));
    first.addClassName("who");
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(zone);
    Div second =
        new Div(
            getTranslation(
                "identity.sessions.facts",
                format.format(session.since()),
                format.format(session.lastActive()),
                session.address()));
    second.addClassNames("muted", "small");
    return new ListItem(first, second, end(session, name));
  }

  private Component end(Session session, String name) {
    if (session.current()) {
      return new Tag(getTranslation("identity.sessions.current"), Tag.Kind.OK);
    }
    NativeButton end =
        new NativeButton(
            getTranslation("identity.sessions.end"),
            click -> {
              sessions.end(session.handle());
              show();
            });
    end.addClassName("btn");
    end.setAriaLabel(getTranslation("identity.sessions.end.label", name));
    return end;
  }
}
