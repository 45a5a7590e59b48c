package app.keypoint.review.ui;

import app.keypoint.content.ui.Keys;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.review.Acted;
import app.keypoint.review.CatchingUp;
import app.keypoint.review.CatchingUp.DayLoad;
import app.keypoint.review.Reviewing;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.chart.ForecastChart;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Spreads a backlog over some days, after showing what that gives. */
@Route("catch-up")
@PermitAll
class CatchUpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  /** A day's backlog that most people still find bearable. */
  private static final int BEARABLE = 25;

  private static final int LONGEST_SUGGESTION = 30;

  private final CatchingUp catchingUp;
  private final Reviewing reviewing;
  private final CurrentAccount current;

  private final IntegerField days = new IntegerField();
  private final Div preview = new Div();
  private final NativeButton spread = new NativeButton();

  CatchUpView(CatchingUp catchingUp, Reviewing reviewing, CurrentAccount current) {
    this.catchingUp = catchingUp;
    this.reviewing = reviewing;
    this.current = current;
    addClassName("catch-up");
    days.setLabel(getTranslation("review.catch-up.days"));
    days.setMin(1);
    days.setMax(CatchingUp.MAX_DAYS);
    days.setStepButtonsVisible(true);
    days.setValueChangeMode(ValueChangeMode.LAZY);
    days.setManualValidation(true);
    days.addValueChangeListener(change -> showPlan());
    spread.addClassNames("btn", "primary");
    spread.addClickListener(click -> spread());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("review.catch-up.title");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show();
  }

  private void show() {
    removeAll();
    int backlog = catchingUp.backlog(current.get());
    if (backlog == 0) {
      add(
          new PageHeader(getPageTitle(), ""),
          new EmptyState(
              getTranslation("review.catch-up.none"),
              getTranslation("review.catch-up.none-text"),
              link("", "review.leave")));
      return;
    }
    days.setValue(Math.clamp(Math.ceilDiv(backlog, BEARABLE), 2, LONGEST_SUGGESTION));
    Paragraph promise = new Paragraph(getTranslation("review.catch-up.promise"));
    promise.addClassNames("muted", "small");
    Div actions = new Div(spread, link("review", "review.catch-up.all-today"));
    actions.addClassName("actions");
    Section section = new Section(days, preview, promise, actions);
    section.addClassName("card");
    add(new PageHeader(getPageTitle(), getTranslation("review.catch-up.text", backlog)), section);
    showPlan();
  }

  private void showPlan() {
    preview.removeAll();
    Integer chosen = days.getValue();
    boolean valid = chosen != null && chosen >= 1 && chosen <= CatchingUp.MAX_DAYS;
    days.setInvalid(!valid);
    days.setErrorMessage(getTranslation("review.catch-up.range", CatchingUp.MAX_DAYS));
    spread.setEnabled(valid);
    if (!valid || chosen == null) {
      return;
    }
    SortedMap<LocalDate, DayLoad> plan = catchingUp.plan(current.get(), chosen);
    SortedMap<LocalDate, Integer> totals = new TreeMap<>();
    plan.forEach((day, load) -> totals.put(day, load.total()));
    int most = totals.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    preview.add(
        new Span(getTranslation("review.catch-up.load", most, chosen)), new ForecastChart(totals));
    spread.setText(getTranslation("review.catch-up.spread", chosen));
  }

  private void spread() {
    Acted spread = catchingUp.spread(current.get(), days.getValue());
    removeAll();
    Anchor leave = link("", "review.leave");
    leave.addClassName("primary");
    NativeButton undo =
        new NativeButton(
            getTranslation("review.undo-short"),
            click -> {
              Notification.show(ReviewTexts.undo(reviewing.undo(current.get(), spread.step())));
              show();
            });
    undo.addClassName("btn");
    undo.add(Keys.hint("Z"));
    undo.getElement().setAttribute("data-key", "z");
    add(
        new PageHeader(getPageTitle(), ""),
        new EmptyState(
            getTranslation("review.catch-up.spread-title"),
            getTranslation("review.catch-up.done", spread.cards()),
            leave,
            undo));
    leave.getElement().callJsFunction("focus");
  }

  private Anchor link(String route, String key) {
    Anchor link = new Anchor(route, getTranslation(key));
    link.addClassName("btn");
    return link;
  }
}
