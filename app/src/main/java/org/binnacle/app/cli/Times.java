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

  /// A length of time: `45s`, `30m`, `12h`, `7d`; a number alone is seconds.
  static Duration span(String text) {
    var span = AGO.matcher(text.chars().allMatch(Character::isDigit) ? text + "s" : text);
    if (!span.matches()) {
      throw new Fault(CliFaults.USAGE, "not a length of time: " + text + " (such as 10s, 2m, 1h)");
    }
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /// @param text `45s`, `30m`, `12h`, `7d` ago, a day, a local date and time, or an instant with
  ///   `Z`
  static Instant since(String text, Instant now, ZoneId zone) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      return now.minus(span(text));
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
