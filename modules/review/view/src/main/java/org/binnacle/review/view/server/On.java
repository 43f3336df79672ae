package org.binnacle.review.view.server;

import java.util.Optional;
import org.binnacle.kernel.Settings;

/// What the reviews of a file or folder ask, kept for the next time that it is opened.
///
/// @param target a cluster, an instance or a URL
/// @param database what unqualified names are of, until a script says USE; may be empty
public record On(String target, String database) {

  /// @param of a path, or the id of a draft's panel
  public static Optional<On> read(Settings settings, String of) {
    return settings
        .get(key(of))
        .map(text -> text.split("\n", -1))
        .filter(lines -> lines.length == 2 && !lines[0].isBlank())
        .map(lines -> new On(lines[0], lines[1]));
  }

  public static void keep(Settings settings, String of, Optional<On> on) {
    on.ifPresentOrElse(
        now -> settings.put(key(of), now.target() + "\n" + now.database()),
        () -> settings.remove(key(of)));
  }

  private static String key(String of) {
    return "review.on." + of;
  }

  @Override
  public String toString() {
    return target + (database.isEmpty() ? "" : ", " + database);
  }
}
