package org.binnacle.explain.mouth;

import java.util.Locale;
import java.util.Optional;

/// The forms in which a plan is told.
public enum Mouth {
  TREE("txt") {
    @Override
    public String tell(Told told) {
      return TextMouth.of(told);
    }
  },
  JSON("json") {
    @Override
    public String tell(Told told) {
      return JsonMouth.of(told);
    }
  },
  HTML("html") {
    @Override
    public String tell(Told told) {
      return HtmlMouth.of(told);
    }
  },
  MARKDOWN("md") {
    @Override
    public String tell(Told told) {
      return MarkdownMouth.of(told);
    }
  };

  private final String extension;

  Mouth(String extension) {
    this.extension = extension;
  }

  /// The whole text; ends with a line end.
  public abstract String tell(Told told);

  /// What files of this form end with, without the dot.
  public String extension() {
    return extension;
  }

  /// The form with this name, ignoring case.
  public static Optional<Mouth> named(String name) {
    for (Mouth mouth : values()) {
      if (mouth.name().equalsIgnoreCase(name)) {
        return Optional.of(mouth);
      }
    }
    return Optional.empty();
  }

  /// The name as it is typed: `tree`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
