package app.keypoint.identity.ui.settings;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chooses a time zone by its place or its offset from UTC. */
class ZoneField extends ComboBox<ZoneId> {

  /** The other ids are old names and abbreviations of these. */
  private static final Pattern PLACES =
      Pattern.compile(
          "UTC|(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  ZoneField(String label, ZoneId value, Clock clock) {
    super(label);
    Instant now = clock.instant();
    List<ZoneId> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(PLACES.asMatchPredicate())
            .map(ZoneId::of)
            .sorted(Comparator.comparing(ZoneId::getId))
            .toList();
    setItems(zones.contains(value) ? zones : withFirst(value, zones));
    setItemLabelGenerator(zone -> label(zone, now));
    setRequiredIndicatorVisible(true);
    setValue(value);
  }

  /** As "America/New York (UTC−05:00)", with the offset of now. */
  static String label(ZoneId zone, Instant now) {
    ZoneOffset offset = zone.getRules().getOffset(now);
    String hours = offset.equals(ZoneOffset.UTC) ? "" : offset.getId().replace('-', '\u2212');
    return zone.getId().replace('_', ' ') + " (UTC" + hours + ")";
  }

  private static List<ZoneId> withFirst(ZoneId value, List<ZoneId> zones) {
    return Stream.concat(Stream.of(value), zones.stream()).toList();
  }
}
