package org.binnacle.review.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Headings and cells of sheets for people.
public final class SheetWords {
  private final DateTimeFormatter local;

  public SheetWords(ZoneId zone) {
    this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
  }

  /// `medianHours` is `Median`, `foundPerHundred` `Per 100`.
  public static String title(String column) {
    return switch (column) {
      case "foundPerHundred" -> "Per 100";
      case "ninetyHours" -> "90 % within";
      case "openAgeHours" -> "Open age";
      default -> {
        String words = column.replace("Hours", "").replaceAll("([A-Z])", " $1");
        yield Character.toUpperCase(words.charAt(0)) + words.substring(1).toLowerCase(Locale.ROOT);
      }
    };
  }

  /// `-` for nothing.
  public String cell(String column, Object value) {
    Object bare = value instanceof Optional<?> o && o.isPresent() ? o.get() : value;
    return switch (bare) {
      case Optional<?> nothing -> "-";
      case Instant at -> local.format(at);
      case Double d when column.endsWith("Hours") -> time(d);
      case Double d when column.equals("share") || column.equals("rate") ->
          String.format(Locale.ROOT, "%.0f %%", d * 100);
      case Double d -> String.format(Locale.ROOT, "%.1f", d);
      case String s when s.isEmpty() && (column.equals("author") || column.equals("project")) ->
          "(unknown)";
      default -> Sheet.text(bare);
    };
  }

  /// `12 min`, `3.5 h`, `9.0 d`.
  private static String time(double hours) {
    Duration time = Duration.ofMillis(Math.round(hours * 3_600_000));
    if (time.toSeconds() < 100) {
      return time.toSeconds() + " s";
    }
    if (time.toMinutes() < 100) {
      return time.toMinutes() + " min";
    }
    return hours < 48
        ? String.format(Locale.ROOT, "%.1f h", hours)
        : String.format(Locale.ROOT, "%.1f d", hours / 24);
  }
}
