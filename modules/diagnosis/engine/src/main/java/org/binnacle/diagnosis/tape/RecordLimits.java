package org.binnacle.diagnosis.tape;

import java.time.Duration;
import org.binnacle.kernel.Settings;

/// How far a record may go; it ends by itself at whichever comes first.
///
/// @param atMost from its beginning, a day at most
/// @param mostBytes as it is kept, 2 GB at most
/// @param every the time between two looks at sessions
public record RecordLimits(Duration atMost, long mostBytes, Duration every) {
  private static final String MINUTES = "record.minutes";
  private static final String MEGABYTES = "record.megabytes";
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final long LARGEST = 2_000_000_000L;

  public static final RecordLimits USUAL =
      new RecordLimits(Duration.ofMinutes(10), 200_000_000, Duration.ofSeconds(1));

  public RecordLimits {
    atMost = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    mostBytes = Math.clamp(mostBytes, 100_000, LARGEST);
    every = every.compareTo(Duration.ofMillis(500)) < 0 ? Duration.ofMillis(500) : every;
  }

  /// The user's.
  public static RecordLimits of(Settings settings) {
    return new RecordLimits(
        Duration.ofMinutes(number(settings, MINUTES, USUAL.atMost.toMinutes())),
        number(settings, MEGABYTES, USUAL.mostBytes / 1_000_000) * 1_000_000,
        USUAL.every);
  }

  public void keep(Settings settings) {
    settings.put(MINUTES, String.valueOf(Math.max(1, atMost.toMinutes())));
    settings.put(MEGABYTES, String.valueOf(Math.max(1, mostBytes / 1_000_000)));
  }

  private static long number(Settings settings, String key, long usual) {
    String text = settings.get(key).orElse("");
    return text.matches("[0-9]{1,6}") ? Math.max(1, Long.parseLong(text)) : usual;
  }
}
