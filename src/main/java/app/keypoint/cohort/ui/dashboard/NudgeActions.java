package app.keypoint.cohort.ui.dashboard;

import app.keypoint.cohort.Cohort;
import app.keypoint.cohort.dashboard.Nudge;
import app.keypoint.cohort.dashboard.Nudges;
import app.keypoint.cohort.dashboard.Nudges.Dismissed;
import app.keypoint.identity.Account;
import app.keypoint.identity.BaseAddress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an instructor does about nudges of one cohort: dismissed with a note, written to.
 *
 * @param dismissed those of the cohort
 * @param changed called after each deed
 */
public record NudgeActions(
    Nudges nudges,
    Account instructor,
    Cohort cohort,
    List<Dismissed> dismissed,
    BaseAddress base,
    Instant now,
    Runnable changed) {

  /** One reason with its level, the note of when it was dismissed before, and what can be done. */
  public NudgeReason reason(Component in, long learnerId, String name, Nudge nudge) {
    NudgeReason reason =
        new NudgeReason(
            in,
            name,
            nudge,
            now ->
                new NudgeNoteDialog(
                        "cohort.nudges.dismiss-for",
                        "cohort.nudges.dismiss",
                        name,
                        NudgeText.reason(in, now),
                        noted(learnerId, now.kind()),
                        note -> {
                          nudges.dismiss(
                              instructor.id(),
                              cohort.id(),
                              learnerId,
                              now.kind(),
                              now.level(),
                              note);
                          changed.run();
                        })
                    .open());
    dismissed.stream()
        .filter(one -> one.learnerId() == learnerId && one.kind() == nudge.kind())
        .filter(one -> !one.note().isEmpty())
        .forEach(one -> reason.add(written(in, one)));
    return reason;
  }

  /** What is noted at this moment, by a colleague too: whoever writes anew goes on from it. */
  private String noted(long learnerId, Nudge.Kind kind) {
    return nudges.dismissed(instructor.id(), cohort.id()).stream()
        .filter(one -> one.learnerId() == learnerId && one.kind() == kind)
        .map(Dismissed::note)
        .findFirst()
        .orElse("");
  }

  /** Opens the message that is ready to be copied. */
  public NativeButton message(Component in, String name, Supplier<List<Nudge>> reasons) {
    NativeButton button =
        new NativeButton(
            in.getTranslation("cohort.message"),
            click ->
                new NudgeMessageDialog(name, cohort.name(), reasons.get(), base.of("/")).open());
    button.addClassNames("link", "message");
    button.setAriaLabel(in.getTranslation("cohort.message.title", name));
    return button;
  }

  /** What is hidden now, closed at first; of one learner, or with 0 of all. */
  public Div hidden(Component in, long learnerId) {
    List<Dismissed> hidden =
        dismissed.stream()
            .filter(one -> one.hidden(now) && (learnerId == 0 || one.learnerId() == learnerId))
            .toList();
    Div place = new Div();
    if (!hidden.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("rows");
      hidden.forEach(one -> list.add(item(in, one)));
      NativeDetails details =
          new NativeDetails(in.getTranslation("cohort.nudges.dismissed", hidden.size()), list);
      details.addClassName("dismissed");
      place.add(details);
    }
    return place;
  }

  private ListItem item(Component in, Dismissed one) {
    String kind = in.getTranslation("cohort.kind." + one.kind());
    Span who = new Span(in.getTranslation("cohort.nudges.of", one.learner(), kind));
    NativeButton edit =
        new NativeButton(
            in.getTranslation(
                one.note().isEmpty() ? "cohort.nudges.note.add" : "cohort.nudges.note.edit"),
            click ->
                new NudgeNoteDialog(
                        "cohort.nudges.note.for",
                        "cohort.save",
                        one.learner(),
                        kind,
                        noted(one.learnerId(), one.kind()),
                        note -> {
                          nudges.note(
                              instructor.id(), cohort.id(), one.learnerId(), one.kind(), note);
                          changed.run();
                        })
                    .open());
    edit.addClassName("link");
    edit.setAriaLabel(in.getTranslation("cohort.nudges.note.about", one.learner(), kind));
    Paragraph until = new Paragraph(in.getTranslation("cohort.nudges.until", day(one.until())));
    until.addClassNames("muted", "small");
    ListItem item = new ListItem(new Div(who, edit), until);
    if (!one.note().isEmpty()) {
      item.add(written(in, one));
    }
    return item;
  }

  private Paragraph written(Component in, Dismissed one) {
    Instant at = one.at();
    String by = one.by();
    Paragraph note =
        new Paragraph(
            by == null || at == null
                ? one.note()
                : in.getTranslation("cohort.nudges.note.by", one.note(), by, day(at)));
    note.addClassNames("note", "small");
    return note;
  }

  private String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(UI.getCurrent().getLocale())
        .format(LocalDate.ofInstant(at, instructor.calendar().zone()));
  }
}
