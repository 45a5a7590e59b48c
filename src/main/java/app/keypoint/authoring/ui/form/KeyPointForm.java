package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of a key point. */
final class KeyPointForm extends ItemForm {

  private final TextField title;
  private final TextField topic;
  private final TextArea text;
  private final TextArea passage;
  private final int paragraph;
  private final Map<String, FindingSlot> places;

  KeyPointForm(ItemBody.KeyPoint point, Predicate<ItemBody> onEdit) {
    super(onEdit);
    paragraph = point.paragraph();
    title = line("title", "authoring.point.title", point.title());
    topic = line("topic", "authoring.point.topic", point.topic());
    text = text("text", "authoring.point.text", point.text(), ItemBody.MAX_TEXT);
    passage = text("passage", "authoring.passage", point.passage(), ItemBody.MAX_TEXT);
    add(title, text, topic, passage);
    places =
        Map.of(
            "title", FindingSlot.beside(title),
            "topic", FindingSlot.beside(topic),
            "text", FindingSlot.beside(text),
            "passage", FindingSlot.beside(passage));
  }

  @Override
  public ItemBody body() {
    return new ItemBody.KeyPoint(
        title.getValue(), topic.getValue(), text.getValue(), paragraph, passage.getValue());
  }

  @Override
  Map<String, FindingSlot> places() {
    return places;
  }

  @Override
  public Focusable<? extends Component> first() {
    return title;
  }
}
