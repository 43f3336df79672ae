package org.binnacle.app.start;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.fxkit.PaletteSource;

/// The newest incidents in the palette. They are read beside, when the palette opens, so that it
/// opens at once; one that has just been captured is there the next time.
final class IncidentEntries implements PaletteSource {
  private static final int MOST = 10;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Incidents incidents;
  private final Consumer<String> open;
  private volatile List<Entry> known = List.of();

  /// @param open given the id of an incident
  IncidentEntries(Incidents incidents, Consumer<String> open) {
    this.incidents = incidents;
    this.open = open;
    read();
  }

  private void read() {
    Thread.ofVirtual()
        .name("incidents of the palette")
        .start(() -> known = incidents.list("", MOST).stream().map(this::entry).toList());
  }

  private Entry entry(Incident.Head head) {
    return new Entry(
        "incident",
        head.title() + "  " + AT.format(head.at()),
        head.summary(),
        "mdi2c-camera-outline",
        "",
        () -> open.accept(head.id()));
  }

  @Override
  public List<Entry> entries() {
    read();
    return known;
  }
}
