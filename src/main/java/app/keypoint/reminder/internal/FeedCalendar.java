package app.keypoint.reminder.internal;

import app.keypoint.identity.BaseAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedMap;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a forecast as an iCalendar file: one event, a whole day long, for each day with cards. */
@Component
class FeedCalendar {

  /** How often a calendar program should look. */
  private static final Duration REFRESH = Duration.ofHours(6);

  private final MessageSource messages;
  private final BaseAddress base;

  FeedCalendar(MessageSource messages, BaseAddress base) {
    this.messages = messages;
    this.base = base;
  }

  /**
   * @param forecast cards by study day
   * @param uidPrefix tells one learner's days from another's; says nothing else
   */
  String write(
      SortedMap<LocalDate, Integer> forecast, String uidPrefix, Locale locale, Instant now) {
    String name = messages.getMessage("reminder.feed.name", null, locale);
    Calendar calendar = new Calendar();
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new ProdId("-//Keypoint//Reviews//EN"));
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new Name(name));
    calendar.add(new RefreshInterval(new ParameterList().add(Value.DURATION), REFRESH));
    // What programs understood before RFC 7986 named the two above.
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    forecast.forEach(
        (day, cards) -> {
          if (cards > 0) {
            String summary =
                messages.getMessage("reminder.feed.event", new Object[] {cards}, locale);
            calendar.add(event(day, summary, uidPrefix, now));
          }
        });
    return text(calendar);
  }

  private VEvent event(LocalDate day, String summary, String uidPrefix, Instant now) {
    // Not the library's own stamp, which asks the system for the time.
    VEvent event = new VEvent(false);
    event.add(new Uid(uidPrefix + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day)));
    event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
    event.add(new DtStart<>(day));
    event.add(new DtEnd<>(day.plusDays(1)));
    event.add(new Summary(summary));
    event.add(ImmutableTransp.TRANSPARENT);
    if (base.known()) {
      event.add(new Url(URI.create(base.of("/review"))));
    }
    return event;
  }

  private static String text(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      // Unchecked: without any event it is no valid calendar to the library, but one to programs.
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
