package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.ItemBody;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Predicate;

/** Title and terms of a quiz. */
final class HeadingForm extends ItemForm {

  private final TextField title;
  private final TextArea terms;
  private final Map<String, FindingSlot> places;
  private final int position;

  HeadingForm(ItemBody.Heading heading, Predicate<ItemBody> onEdit) {
    super(onEdit);
    position = heading.position();
    title = line("title", "authoring.title", heading.title());
    terms =
        LinesField.field("terms", getTranslation("authoring.terms"), heading.terms(), this::edited);
    add(title, terms);
    places = Map.of("title", FindingSlot.beside(title), "terms", FindingSlot.beside(terms));
  }

  @Override
  public ItemBody body() {
    return new ItemBody.Heading(title.getValue(), position, LinesField.of(terms));
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
