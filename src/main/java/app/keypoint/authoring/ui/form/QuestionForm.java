package app.keypoint.authoring.ui.form;

import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.DraftPictures;
import app.keypoint.authoring.ItemBody;
import app.keypoint.authoring.ItemBody.Type;
import app.keypoint.authoring.ui.ItemNames;
import app.keypoint.ui.Switch;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of a question; its type says which. */
public final class QuestionForm extends ItemForm {

  private final Select<DraftItem> keyPoint = new Select<>();
  private final TextArea stem;
  private final TextArea explanation;
  private final TextArea passage;
  private final PictureField picture;
  private final Div type = new Div();

  /** Options, or the answer that is typed: what comes next after the stem. */
  private final Div kind = new Div();

  /** What else is said of a typed answer, where one is done with question and explanation. */
  private final Div besides = new Div();

  private final Map<String, FindingSlot> places;

  /** What the fields of other types last said, which is kept. */
  private ItemBody.Question last;

  private @Nullable OptionRows options;
  private @Nullable TypedFields typed;

  /**
   * @param keyPoints to choose from
   * @param bring takes the bytes of an image
   * @param before called before an image comes or goes
   */
  QuestionForm(
      ItemBody.Question question,
      List<DraftItem> keyPoints,
      Function<byte[], DraftPictures.Brought> bring,
      Runnable before,
      Predicate<ItemBody> onEdit) {
    super(onEdit);
    last = question;
    showType();
    keyPoint.setLabel(getTranslation("authoring.key-point"));
    keyPoint.setItems(keyPoints);
    keyPoint.setItemLabelGenerator(point -> ItemNames.of(point, this));
    keyPoint.setWidthFull();
    keyPoints.stream()
        .filter(point -> point.id().equals(question.keyPointId()))
        .findFirst()
        .ifPresent(keyPoint::setValue);
    keyPoint.addValueChangeListener(change -> edited());
    stem =
        Fields.text(
            "stem",
            getTranslation("authoring.stem"),
            question.stem(),
            ItemBody.MAX_TEXT,
            this::stemEdited);
    explanation = text("explanation", "authoring.explanation", question.explanation());
    explanation.getElement().setAttribute("data-after-options", "");
    passage = text("passage", "authoring.passage", question.passage());
    picture = new PictureField(question.image(), bring, before, this::edited);
    passage.getElement().setAttribute("data-after-besides", "");
    // In the order of writing: what is seldom wanted is not between the fields of every question.
    add(type, keyPoint, stem, kind, explanation, picture, besides, passage);
    places =
        Map.of(
            "image", picture.noteFile,
            "image/alt", picture.noteAlt,
            "stem", FindingSlot.beside(stem),
            "keyPoint", FindingSlot.beside(keyPoint),
            "explanation", FindingSlot.beside(explanation),
            "passage", FindingSlot.beside(passage));
    showKind();
  }

  /** The fields of blanks go along with these before the question is kept. */
  private void stemEdited() {
    if (typed != null) {
      typed.show(stem.getValue());
    }
    edited();
  }

  /** The words of the article that it asks about. */
  public void setPassage(String quote) {
    asOne(() -> passage.setValue(quote));
  }

  /** Goes to where the key point is chosen. */
  public void chooseKeyPoint() {
    keyPoint.focus();
  }

  private TextArea text(String name, String key, String value) {
    return Fields.text(name, getTranslation(key), value, ItemBody.MAX_TEXT, this::edited);
  }

  private void change(Type to) {
    last = (ItemBody.Question) body();
    last = last.ofType(to);
    showKind();
    edited();
    stem.focus();
  }

  /** As a click on it would. */
  public void choose(Type to) {
    if (to != last.type()) {
      change(to);
      showType();
    }
  }

  private void showType() {
    type.removeAll();
    type.addClassName("type-switch");
    type.add(
        new Switch<>(
            getTranslation("authoring.type"),
            List.of(Type.values()),
            each -> getTranslation("authoring.type." + each),
            last.type(),
            this::change));
  }

  private void showKind() {
    kind.removeAll();
    besides.removeAll();
    options = null;
    typed = null;
    if (last.type().choice()) {
      options = new OptionRows(last.options(), last.type() == Type.SINGLE, this::edited);
      kind.add(options);
    } else {
      typed = new TypedFields(last, this::edited);
      kind.add(typed.answer);
      besides.add(typed);
    }
    stem.setLabel(
        last.type() == Type.CLOZE
            ? getTranslation("authoring.stem.cloze", "{{…}}")
            : getTranslation("authoring.stem"));
  }

  @Override
  public ItemBody body() {
    DraftItem point = keyPoint.getValue();
    return new ItemBody.Question(
        last.type(),
        point == null ? last.keyPointId() : point.id(),
        stem.getValue(),
        options == null ? last.options() : options.options(),
        typed == null ? last.answer() : typed.answer.getValue(),
        typed == null ? last.accept() : typed.first().accept(),
        typed == null ? last.wrong() : typed.first().wrong(),
        typed == null ? last.more() : typed.more(),
        typed == null ? last.typos() : typed.typos.getValue(),
        typed == null ? last.exact() : typed.exact.getValue(),
        explanation.getValue(),
        passage.getValue(),
        picture.image());
  }

  @Override
  Map<String, FindingSlot> places() {
    Map<String, FindingSlot> all = new HashMap<>(places);
    if (options != null) {
      options.putPlaces(all);
    }
    if (typed != null) {
      typed.putPlaces(all);
    }
    return all;
  }

  @Override
  public Focusable<? extends Component> first() {
    return stem;
  }
}
