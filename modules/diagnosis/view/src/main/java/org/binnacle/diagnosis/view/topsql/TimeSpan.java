package org.binnacle.diagnosis.view.topsql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A stretch of time as users type and read it: `10:00 - 11:00`, `2026-11-27 10:00 - 11:30`.
record TimeSpan(Instant from, Instant to) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// The last whole hour.
  static TimeSpan lastHour(Instant now) {
    Instant end = Instant.ofEpochSecond(now.getEpochSecond() / 3_600 * 3_600);
    return new TimeSpan(end.minus(Duration.ofHours(1)), end);
  }

  Duration length() {
    return Duration.between(from, to);
  }

  TimeSpan earlier(Duration by) {
    return new TimeSpan(from.minus(by), to.minus(by));
  }

  String text(ZoneId zone) {
    LocalDateTime begin = LocalDateTime.ofInstant(from, zone);
    LocalDateTime end = LocalDateTime.ofInstant(to, zone);
    boolean sameDay = begin.toLocalDate().equals(end.toLocalDate());
    return DAY.format(begin) + " - " + (sameDay ? TIME.format(end) : DAY.format(end));
  }

  /// Empty where it is not understood, or does not end after it begins.
  static Optional<TimeSpan> parse(String text, Instant now, ZoneId zone) {
    String[] ends = text.strip().split("\\s+(-|–|to)\\s+", 2);
    if (ends.length != 2) {
      return Optional.empty();
    }
    try {
      LocalDate today = LocalDate.ofInstant(now, zone);
      LocalDateTime from = moment(ends[0], today);
      LocalDateTime to = moment(ends[1], from.toLocalDate());
      var span = new TimeSpan(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
      return span.to.isAfter(span.from) ? Optional.of(span) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime moment(String text, LocalDate day) {
    String bare = text.strip().replace('T', ' ');
    return bare.length() > 8
        ? LocalDateTime.parse(bare, DAY)
        : day.atTime(LocalTime.parse(bare.length() == 4 ? "0" + bare : bare, TIME));
  }
}
