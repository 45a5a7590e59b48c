package app.keypoint.content.ui;

import app.keypoint.content.Option;
import app.keypoint.content.Response;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** The options with what was right, what was picked, and why or why not. */
class RevealedOptions extends UnorderedList {

  RevealedOptions(List<Option> options, Locale language, Response.Picked response) {
    addClassName("opts");
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      add(item(option, language, i, response.optionIds().contains(option.id())));
    }
  }

  private ListItem item(Option option, Locale language, int nth, boolean picked) {
    Span text = new Span(Rich.html(option.text(), language));
    if (option.why() != null && (picked || option.correct())) {
      Paragraph why = new Paragraph();
      why.add(Rich.html(option.why(), language));
      text.add(why);
    }
    ListItem item = new ListItem(QuestionPanel.letter(nth), text);
    item.addClassName("opt");
    if (option.correct() || picked) {
      item.addClassName(option.correct() ? "right" : "wrong");
      Span tag = new Span(getTranslation("content.tag." + tag(option.correct(), picked)));
      tag.addClassNames("tag", option.correct() ? "ok" : "bad");
      item.add(tag);
    }
    return item;
  }

  private static String tag(boolean correct, boolean picked) {
    if (correct && picked) {
      return "right-answer";
    }
    return correct ? "answer" : "your-answer";
  }
}
