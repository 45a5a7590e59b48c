package app.keypoint.identity.ui.admin;

import app.keypoint.identity.Account;
import app.keypoint.identity.ErasureAdministration;
import app.keypoint.identity.ErasureAdministration.Request;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** Who asks that their account be erased; nothing while nobody does. */
class ErasureRequestsCard extends Div {

  private final ErasureAdministration erasure;
  private final Account own;
  private final Runnable onChange;

  /**
   * @param own who is signed in
   * @param onChange called when an account was erased
   */
  ErasureRequestsCard(ErasureAdministration erasure, Account own, Runnable onChange) {
    this.erasure = erasure;
    this.own = own;
    this.onChange = onChange;
    show();
  }

  private void show() {
    removeAll();
    List<Request> requests = erasure.requests();
    if (requests.isEmpty()) {
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("rows");
    requests.forEach(request -> list.add(item(request)));
    Section card =
        new Section(new H2(getTranslation("identity.erasure.requests", requests.size())), list);
    card.addClassNames("card", "erasure-requests");
    add(card);
  }

  private void erased(Account account) {
    if (account.id() == own.id()) {
      // Nothing here answers them any more.
      UI.getCurrent().getPage().setLocation("sign-in");
      return;
    }
    show();
    onChange.run();
  }

  private ListItem item(Request request) {
    String name = request.account().displayName();
    Span who = new Span(name);
    who.addClassName("name");
    Div first = new Div(who);
    first.addClassName("who");
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(own.calendar().zone());
    Div second =
        new Div(
            getTranslation(
                "identity.erasure.since",
                request.account().username(),
                format.format(request.since())));
    second.addClassNames("muted", "small");
    NativeButton carryOut =
        new NativeButton(
            getTranslation("identity.erasure.open"),
            click ->
                new ErasureDialog(erasure, request.account(), () -> erased(request.account()))
                    .open());
    carryOut.addClassName("btn");
    carryOut.setAriaLabel(getTranslation("identity.erasure.open.label", name));
    return new ListItem(new Div(first, second), carryOut);
  }
}
