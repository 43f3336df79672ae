package org.binnacle.review.view.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.kernel.Settings;

/// What a review that began without a file is remembered by: its text, until it is a file.
final class Draft {
  /// A longer draft belongs into a file.
  private static final int LONGEST = 400_000;

  private final Settings settings;
  private final String id;

  /// @param id of its panel
  Draft(Settings settings, String id) {
    this.settings = settings;
    this.id = id;
  }

  private String key(String what) {
    return id.replace(':', '.') + "." + what;
  }

  /// The file that it became.
  Optional<Path> file() {
    return settings.get(key("file")).map(Path::of).filter(Files::exists);
  }

  String text() {
    return settings.get(key("text")).orElse("");
  }

  void keep(String text) {
    if (text.length() <= LONGEST) {
      settings.put(key("text"), text);
    }
  }

  void saved(Path file) {
    settings.put(key("file"), file.toString());
    settings.remove(key("text"));
  }
}
