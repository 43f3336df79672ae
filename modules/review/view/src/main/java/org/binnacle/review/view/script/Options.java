package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Settings;
import org.binnacle.review.ReviewOptions;

/// The options of the last review, kept over restarts for the next.
final class Options {
  private static final String RULES = "review.rules";
  private static final String SERVER = "review.server";
  private static final String SCHEMA = "review.schema";
  private static final String SNAPSHOT = "review.snapshot";

  private Options() {}

  static ReviewOptions read(Settings settings) {
    List<Path> schema =
        Arrays.stream(settings.get(SCHEMA).orElse("").split("\n"))
            .filter(one -> !one.isBlank())
            .map(Path::of)
            .toList();
    return new ReviewOptions(
        settings.get(RULES).orElse("default"),
        schema,
        settings.get(SNAPSHOT).map(Path::of),
        settings.get(SERVER),
        Optional.empty());
  }

  static void keep(Settings settings, ReviewOptions options) {
    settings.put(RULES, options.rules());
    put(settings, SERVER, options.server());
    put(settings, SNAPSHOT, options.snapshot().map(Path::toString));
    put(
        settings,
        SCHEMA,
        options.schema().isEmpty()
            ? Optional.empty()
            : Optional.of(
                String.join("\n", options.schema().stream().map(Path::toString).toList())));
  }

  private static void put(Settings settings, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> settings.put(key, text), () -> settings.remove(key));
  }
}
