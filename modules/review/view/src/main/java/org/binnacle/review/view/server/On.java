package org.binnacle.review.view.server;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.kernel.Settings;
import org.binnacle.review.live.LiveLimits;

/// What the reviews of a file or folder ask, kept for the next time that it is opened.
///
/// @param target a cluster, an instance or a URL
/// @param database what unqualified names are of, until a script says USE; may be empty
/// @param limits how much is asked
public record On(String target, String database, LiveLimits limits) {

  public On(String target, String database) {
    this(target, database, LiveLimits.standard());
  }

  /// @param of a path, or the id of a draft's panel
  public static Optional<On> read(Settings settings, String of) {
    return settings
        .get(key(of))
        .map(text -> text.split("\n", -1))
        .filter(lines -> lines.length >= 2 && !lines[0].isBlank())
        .map(lines -> new On(lines[0], lines[1], limits(lines)));
  }

  /// The usual ones where the lines have none, or none that make sense.
  private static LiveLimits limits(String[] lines) {
    if (lines.length < 4 || !lines[2].matches("\\d{1,6}") || !lines[3].matches("\\d{1,4}")) {
      return LiveLimits.standard();
    }
    return new LiveLimits(
        Math.min(LiveLimits.MOST_PLANS, Integer.parseInt(lines[2])),
        Duration.ofSeconds(Math.clamp(Integer.parseInt(lines[3]), 1, LiveLimits.MOST_SECONDS)));
  }

  public static void keep(Settings settings, String of, Optional<On> on) {
    on.ifPresentOrElse(now -> settings.put(key(of), now.lines()), () -> settings.remove(key(of)));
  }

  private String lines() {
    String usual = target + "\n" + database;
    return limits.equals(LiveLimits.standard())
        ? usual
        : usual + "\n" + limits.plans() + "\n" + limits.time().toSeconds();
  }

  private static String key(String of) {
    return "review.on." + of;
  }

  @Override
  public String toString() {
    return target + (database.isEmpty() ? "" : ", " + database);
  }
}
