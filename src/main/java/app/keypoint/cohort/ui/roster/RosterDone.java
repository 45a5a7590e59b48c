package app.keypoint.cohort.ui.roster;

import app.keypoint.cohort.roster.Rosters.MadeAccount;
import app.keypoint.cohort.roster.Rosters.Outcome;
import app.keypoint.cohort.roster.Rosters.Plan;
import app.keypoint.table.Column;
import app.keypoint.table.Table;
import app.keypoint.table.TableFormat;
import app.keypoint.time.StudyCalendar;
import app.keypoint.ui.Alerts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/** What an import brought, with the passwords that are shown this once. */
class RosterDone extends Section {

  /** So many are shown without a scroll bar of their own. */
  private static final int FEW = 20;

  /**
   * @param putAway when another file may be chosen
   */
  RosterDone(
      Plan plan,
      List<MadeAccount> made,
      String cohort,
      StudyCalendar calendar,
      Instant now,
      Runnable putAway) {
    addClassName("card");
    int perhaps = plan.count(Outcome.ASKED_IF_KNOWN);
    int joined = plan.count(Outcome.JOINS, Outcome.NEW);
    add(
        Alerts.done(
            perhaps > 0
                ? getTranslation("cohort.roster.done-if-known", perhaps)
                : getTranslation("cohort.roster.done", joined, plan.count(Outcome.ASKED))));
    Button next = new Button(getTranslation("cohort.roster.put-away"), click -> putAway.run());
    if (made.isEmpty()) {
      add(next);
      return;
    }
    Anchor download =
        new Anchor(
            DownloadHandler.fromInputStream(
                _ -> {
                  ByteArrayOutputStream csv = new ByteArrayOutputStream();
                  TableFormat.CSV.write(List.of(passwords(made)), csv);
                  return new DownloadResponse(
                      new ByteArrayInputStream(csv.toByteArray()),
                      TableFormat.CSV.fileName(
                          calendar.dayOf(now),
                          cohort,
                          getTranslation("cohort.roster.passwords.file")),
                      TableFormat.CSV.mediaType(),
                      csv.size());
                }),
            getTranslation("cohort.roster.passwords.download"));
    download.addClassName("btn");
    Grid<MadeAccount> grid = new Grid<>();
    grid.addColumn(MadeAccount::name)
        .setHeader(getTranslation("cohort.column.name"))
        .setFlexGrow(1);
    grid.addColumn(MadeAccount::username)
        .setHeader(getTranslation("cohort.roster.username"))
        .setFlexGrow(1);
    grid.addColumn(new ComponentRenderer<>(each -> new Code(each.oneTimePassword())))
        .setHeader(getTranslation("cohort.roster.password"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.setItems(made);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setAllRowsVisible(made.size() <= FEW);
    add(
        new H2(getTranslation("cohort.roster.passwords", made.size())),
        new Paragraph(getTranslation("cohort.roster.passwords.about")),
        download,
        grid,
        next);
  }

  private Table<MadeAccount> passwords(List<MadeAccount> made) {
    return Table.of(
        getTranslation("cohort.roster.passwords.file"),
        List.of(
            Column.text(getTranslation("cohort.column.name"), MadeAccount::name),
            Column.text(getTranslation("cohort.roster.username"), MadeAccount::username),
            Column.text(getTranslation("cohort.roster.password"), MadeAccount::oneTimePassword)),
        made);
  }
}
