package app.keypoint.content.ui;

import app.keypoint.content.loading.ContentStatus.Leftovers;
import app.keypoint.identity.Account;
import com.vaadin.flow.component.html.Paragraph;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says that cards had been left behind in queues, and that there is nothing to do about it. */
class LeftoversNote extends Paragraph {

  LeftoversNote(Leftovers found, Account reader) {
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale())
            .withZone(reader.calendar().zone())
            .format(found.at());
    setText(getTranslation("content.leftovers", found.cards(), at));
    addClassNames("alert", "warn");
  }
}
