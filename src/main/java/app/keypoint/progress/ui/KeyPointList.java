package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.percent;
import static app.keypoint.progress.ui.Texts.text;

import app.keypoint.content.KeyPoint;
import app.keypoint.content.Markdown;
import app.keypoint.content.Worded;
import app.keypoint.content.ui.QuizTexts;
import app.keypoint.content.ui.Rich;
import app.keypoint.progress.KeyPointMastery;
import app.keypoint.ui.Bar;
import app.keypoint.ui.Disclosure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** Key points as rows; each opens to what it says. */
final class KeyPointList extends UnorderedList {

  KeyPointList(List<KeyPointMastery> mastery) {
    addClassNames("rows", "key-points");
    mastery.forEach(point -> add(row(point)));
  }

  private static ListItem row(KeyPointMastery mastery) {
    Span level = new Span(level(mastery));
    level.addClassNames("small", "num", "level");
    return new ListItem(
        point(mastery), new Bar(mastery.retained(), level.getText(), tone(mastery.level())), level);
  }

  /** By its topic until it was asked: title and text hold answers. */
  private static Component point(KeyPointMastery mastery) {
    Worded<KeyPoint> worded = QuizTexts.of(mastery.keyPoint());
    if (mastery.level() == KeyPointMastery.Level.NEW) {
      return Rich.text(worded.text().topicOrTitle(), worded.language());
    }
    Paragraph says = new Paragraph(Rich.html(worded.text().text(), worded.language()));
    Component[] title = {new Text(Markdown.text(worded.text().title()))};
    return QuizTexts.marked(new Disclosure(title, new Div(says)), worded.language());
  }

  private static String level(KeyPointMastery mastery) {
    String word = text("level." + name(mastery.level()));
    return mastery.level() == KeyPointMastery.Level.NEW
        ? word
        : text("mastery", percent(mastery.retained()), word);
  }

  private static Bar.Tone tone(KeyPointMastery.Level level) {
    return switch (level) {
      case STRONG -> Bar.Tone.RIGHT;
      case WEAK -> Bar.Tone.WRONG;
      case NEW, GROWING -> Bar.Tone.PLAIN;
    };
  }

  private static String name(KeyPointMastery.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
