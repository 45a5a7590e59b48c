package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A line that opens to more, which is made when it is opened for the first time. */
public class LazyDetails extends NativeDetails {

  private @Nullable Supplier<Component> content;

  /**
   * @param content asked once, or never
   */
  public LazyDetails(String summary, Supplier<Component> content) {
    super(summary);
    this.content = content;
    addToggleListener(toggle -> fill(toggle.isOpened()));
  }

  @Override
  public void setOpen(boolean open) {
    super.setOpen(open);
    fill(open);
  }

  private void fill(boolean open) {
    Supplier<Component> missing = content;
    if (open && missing != null) {
      content = null;
      setContent(missing.get());
    }
  }
}
