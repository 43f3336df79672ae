package org.binnacle.app.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.explain.mouth.Mouth;
import org.jspecify.annotations.Nullable;

/// As what a plan is told: in words, or drawn.
sealed interface PlanForm {

  /// Told by one of the engine's mouths.
  record Words(Mouth mouth) implements PlanForm {}

  /// Drawn.
  record Drawn(Ending ending) implements PlanForm {}

  /// What drawings are written as.
  enum Ending {
    SVG,
    PNG
  }

  /// `tree, json, html, markdown, svg, png`.
  static String words() {
    return String.join(
        ", ",
        Stream.concat(
                Arrays.stream(Mouth.values()).map(Mouth::word),
                Arrays.stream(Ending.values()).map(one -> one.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /// The form that a user named.
  static Optional<PlanForm> named(String word) {
    return Mouth.named(word).<PlanForm>map(Words::new).or(() -> drawn(word).map(Drawn::new));
  }

  /// The form that a file's ending tells: `.html`, `.json`, `.md`, `.txt`, `.svg`, `.png`.
  static Optional<PlanForm> ofFile(@Nullable Object file) {
    String name = String.valueOf(file);
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1);
    return Arrays.stream(Mouth.values())
        .filter(mouth -> mouth.extension().equalsIgnoreCase(ending))
        .findFirst()
        .<PlanForm>map(Words::new)
        .or(() -> drawn(ending).map(Drawn::new));
  }

  private static Optional<Ending> drawn(String word) {
    return Arrays.stream(Ending.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst();
  }
}
