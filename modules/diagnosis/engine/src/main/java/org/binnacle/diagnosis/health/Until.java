package org.binnacle.diagnosis.health;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// How it is told that somebody knows of a trouble already, and for how long: `acknowledged until
/// 14:08`, `maintenance until 14:08`. The same words on the board, in the topology and in commands.
public final class Until {
  /// Further away than this a time of day alone would be taken for today's.
  private static final Duration CLOCK_ONLY = Duration.ofHours(23);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

  private Until() {}

  /// `maintenance until 14:08`, with the day where it is far away: `until 3 Dec 14:08`.
  ///
  /// @param what such as {@link Silences#MAINTENANCE}
  public static String words(String what, Instant end, Instant now, ZoneId zone) {
    boolean soon = end.isBefore(now.plus(CLOCK_ONLY));
    return what + " until " + (soon ? CLOCK : DAY).withZone(zone).format(end);
  }

  /// What of these does not count: `2 acknowledged until 14:08`, by the first that counts again;
  /// empty where all count.
  public static String words(List<Finding> findings, Instant now, ZoneId zone) {
    List<Finding> known = findings.stream().filter(Finding::silenced).toList();
    return known.stream()
        .flatMap(finding -> finding.silencedUntil().stream())
        .min(Instant::compareTo)
        .map(
            end ->
                known.stream().anyMatch(Finding::maintained)
                    ? words(Silences.MAINTENANCE, end, now, zone)
                    : words(known.size() + " " + Silences.ACKNOWLEDGED, end, now, zone))
        .orElse("");
  }
}
