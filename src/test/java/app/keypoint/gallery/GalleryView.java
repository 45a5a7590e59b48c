package app.keypoint.gallery;

import app.keypoint.ui.Bar;
import app.keypoint.ui.EmptyState;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.Stat;
import app.keypoint.ui.Tag;
import app.keypoint.ui.chart.ActivityChart;
import app.keypoint.ui.chart.CalibrationChart;
import app.keypoint.ui.chart.ForecastChart;
import app.keypoint.ui.chart.RetentionChart;
import app.keypoint.ui.chart.RetentionChart.Week;
import app.keypoint.ui.chart.WorkloadChart;
import app.keypoint.ui.preference.ThemeSwitch;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every shared part but the question. */
@Route("gallery")
@AnonymousAllowed
class GalleryView extends Div implements HasDynamicTitle {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  GalleryView() {
    Button primary = new Button("Assign a quiz");
    primary.addThemeVariants(ButtonVariant.PRIMARY);
    add(new PageHeader("Gallery", "Every shared part", new Button("Export"), primary));
    add(stats(false), stats(true));
    add(section("Activity", new ActivityChart(answers(), TODAY.minusWeeks(39), TODAY)));
    Div charts =
        new Div(
            section("Remembered by week", new RetentionChart(weeks(), 0.85)),
            section("Coming due", new ForecastChart(forecast(30))),
            section("Next 7 days", new ForecastChart(forecast(7))),
            section("Predicted and remembered", new CalibrationChart(calibrations())),
            section("A year's work", new WorkloadChart(workloads())),
            section("Streak", new ActivityChart(answers(), TODAY.minusWeeks(17), TODAY)));
    charts.addClassName("two-columns");
    charts.getStyle().set("margin", "20px 0");
    add(charts, section("Parts", tags(), bars(), buttons()), section("Fields", fields()));
    NativeButton next = new NativeButton("Take a quiz");
    next.addClassNames("btn", "primary");
    add(new EmptyState("Nothing is due", "Take a quiz, and its questions come back here.", next));
  }

  @Override
  public String getPageTitle() {
    return "Gallery";
  }

  private static Section section(String title, Component... content) {
    Section section = new Section(new H2(title));
    section.add(content);
    section.addClassName("card");
    return section;
  }

  private static Div stats(boolean tiles) {
    Div stats =
        new Div(
            new Stat("89 %", "remembered, last 30 days", "of 412 reviews"),
            new Stat("12 days", "streak, longest 31"),
            new Stat("58", "cards in review", "41 of them mature"),
            new Stat("3 min 40 s", "a day on average"));
    stats.addClassName("stats");
    if (tiles) {
      stats.addClassName("tiles");
    }
    return stats;
  }

  private static Div tags() {
    Div tags = new Div();
    for (Tag.Kind kind : Tag.Kind.values()) {
      tags.add(new Tag(kind.name(), kind), new Span(" "));
    }
    return tags;
  }

  private static Div bars() {
    Div bars =
        new Div(
            new Bar(0.96, "96 %", Bar.Tone.RIGHT),
            new Bar(0.71, "71 %"),
            new Bar(0.38, "38 %", Bar.Tone.WRONG),
            new Bar(0, "0 %"));
    bars.getStyle().set("display", "grid").set("gap", "12px").set("margin", "16px 0");
    return bars;
  }

  private static Div buttons() {
    NativeButton count = new NativeButton("Start review");
    Span kbd = new Span("Enter");
    kbd.addClassName("kbd");
    count.add(kbd);
    count.addClassNames("btn", "primary");
    count.getElement().setAttribute("data-key", "z");
    Span clicks = new Span("0");
    clicks.setId("clicks");
    count.addClickListener(
        click -> clicks.setText(String.valueOf(Integer.parseInt(clicks.getText()) + 1)));
    NativeButton plain = new NativeButton("Plain");
    plain.addClassName("btn");
    NativeButton disabled = new NativeButton("Disabled");
    disabled.addClassNames("btn", "primary");
    disabled.setEnabled(false);
    Button tertiary = new Button("Tertiary");
    tertiary.addThemeVariants(ButtonVariant.TERTIARY);
    Button error = new Button("Delete", click -> dialog().open());
    error.addThemeVariants(ButtonVariant.ERROR);
    Button small = new Button("Small", click -> Notification.show("Saved"));
    small.addThemeVariants(ButtonVariant.SMALL);
    Button primary = new Button("Primary");
    primary.addThemeVariants(ButtonVariant.PRIMARY);
    Div row =
        new Div(
            count, clicks, plain, disabled, new Button("Vaadin"), primary, tertiary, error, small);
    row.addClassName("actions");
    return row;
  }

  private static Dialog dialog() {
    Dialog dialog =
        new Dialog("Delete the cohort?", new Paragraph("Its members keep their cards."));
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()));
    return dialog;
  }

  private static Div fields() {
    TextField name = new TextField("Name");
    name.setHelperText("As others see it");
    TextField invalid = new TextField("Join code");
    invalid.setValue("K7Q");
    invalid.setErrorMessage("Seven characters are needed");
    invalid.setManualValidation(true);
    invalid.setInvalid(true);
    Select<String> zone = new Select<>();
    zone.setLabel("Time zone");
    zone.setItems("Europe/Paris", "Asia/Shanghai");
    zone.setValue("Europe/Paris");
    Div fields =
        new Div(
            name,
            new PasswordField("Password"),
            invalid,
            zone,
            new Checkbox("Remember"),
            new ThemeSwitch());
    fields.getStyle().set("display", "grid").set("gap", "14px").set("margin-top", "12px");
    return fields;
  }

  private static Map<LocalDate, Integer> answers() {
    return IntStream.range(0, 300)
        .filter(i -> i * 7919 % 10 > 2)
        .boxed()
        .collect(Collectors.toMap(i -> TODAY.minusDays(i), i -> i * 104729 % 23));
  }

  private static TreeMap<LocalDate, Integer> forecast(int days) {
    TreeMap<LocalDate, Integer> forecast = new TreeMap<>();
    IntStream.range(0, days)
        .forEach(i -> forecast.put(TODAY.plusDays(i), i == 0 ? 14 : i * 7919 % 11));
    return forecast;
  }

  private static List<Week> weeks() {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> {
              LocalDate from = TODAY.minusWeeks(12L - i);
              int reviews = i == 4 ? 0 : 12 + 4 * i;
              double rate = 0.68 + 0.018 * i;
              double margin = 0.5 / Math.sqrt(Math.max(1, reviews));
              return new Week(
                  from,
                  from.plusDays(6),
                  (int) Math.round(rate * reviews),
                  reviews,
                  Math.max(0, rate - margin),
                  Math.min(1, rate + margin));
            })
        .toList();
  }

  private static List<CalibrationChart.Series> calibrations() {
    return List.of(
        new CalibrationChart.Series(
            "SM-2",
            IntStream.range(0, 6)
                .mapToObj(i -> new CalibrationChart.Point(0.5 + i * 0.08, 0.7 + i * 0.04, 40))
                .toList()),
        new CalibrationChart.Series(
            "FSRS",
            IntStream.range(0, 10)
                .mapToObj(i -> new CalibrationChart.Point(0.6 + i * 0.04, 0.61 + i * 0.038, 24))
                .toList()));
  }

  private static List<WorkloadChart.Series> workloads() {
    return Stream.of(30.0, 24.0)
        .map(
            most ->
                new WorkloadChart.Series(
                    most > 25 ? "FSRS" : "SM-2",
                    IntStream.range(0, 52)
                        .mapToObj(i -> most * (i + 1) / (i * i / 9.0 + 9))
                        .toList()))
        .toList();
  }
}
