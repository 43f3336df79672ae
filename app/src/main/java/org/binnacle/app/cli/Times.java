package org.binnacle.app.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.binnacle.kernel.Fault;

/// Points in time as people type them.
final class Times {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");

  private Times() {}

  /// @param text `45s`, `30m`, `12h`, `7d` ago, a day, a local date and time, or an instant with
  ///   `Z`
  static Instant since(String text, Instant now, ZoneId zone) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      long number = Long.parseLong(ago.group(1));
      return now.minus(
          switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
          });
    }
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new Fault(CliFaults.USAGE, "not a time: " + text, e);
    }
  }
}
