package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.CallbackDataProvider.CountCallback;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;

/**
 * A list for administrators: each row says what it is, and has a button for what is done to it.
 *
 * @param <R> a row
 */
public final class ActionGrid<R> extends Grid<R> {

  /** Adds a column that says what a row is, which takes all room that there is. */
  public ActionGrid<R> saying(String heading, SerializableFunction<R, Component> row) {
    addColumn(new ComponentRenderer<>(row)).setHeader(heading).setFlexGrow(1);
    return this;
  }

  /** Adds a column with a button for each row. */
  public ActionGrid<R> doing(String heading, SerializableFunction<R, Component> button) {
    addColumn(new ComponentRenderer<>(button)).setHeader(heading).setAutoWidth(true).setFlexGrow(0);
    return this;
  }

  /**
   * Shows rows page by page.
   *
   * @param none what stands there when there are none
   */
  public ActionGrid<R> of(FetchCallback<R, Void> page, CountCallback<R, Void> count, String none) {
    setItems(page, count);
    setSelectionMode(SelectionMode.NONE);
    setEmptyStateText(none);
    addClassName("accounts");
    return this;
  }
}
