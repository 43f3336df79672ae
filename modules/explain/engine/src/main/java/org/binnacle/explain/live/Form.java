package org.binnacle.explain.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.mysql.PlanWords.Format;

/// The format that a server is asked for.
public enum Form {
  /// The one that tells most there.
  BEST,
  TREE,
  /// JSON, version 2 where the server has it.
  JSON,
  /// JSON of the older shape.
  JSON_V1,
  TABULAR;

  /// The format on a server that has these; empty where it has not.
  Optional<Format> among(List<Format> formats) {
    return switch (this) {
      case BEST -> formats.stream().findFirst();
      case TREE -> only(formats, Format.TREE);
      case JSON -> only(formats, Format.JSON_2).or(() -> only(formats, Format.JSON));
      case JSON_V1 -> only(formats, Format.JSON);
      case TABULAR -> only(formats, Format.TABULAR);
    };
  }

  private static Optional<Format> only(List<Format> formats, Format wanted) {
    return formats.stream().filter(wanted::equals).findFirst();
  }

  /// The form with this name as it is typed: `best`, `tree`, `json`, `json-v1`, `tabular`.
  public static Optional<Form> named(String name) {
    for (Form form : values()) {
      if (form.word().equalsIgnoreCase(name)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
