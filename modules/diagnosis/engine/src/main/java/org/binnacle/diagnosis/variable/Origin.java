package org.binnacle.diagnosis.variable;

import java.util.Locale;

/// Where a value came from.
public enum Origin {
  DEFAULT("default"),
  FILE("option file"),
  COMMAND_LINE("command line"),
  PERSISTED("persisted"),
  SET("SET at run time"),
  WORKED_OUT("worked out by the server"),
  UNKNOWN("");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /// Empty where it is not told.
  public String words() {
    return words;
  }

  /// @param source VARIABLE_SOURCE of MySQL, GLOBAL_VALUE_ORIGIN of MariaDB
  public static Origin of(String source) {
    return switch (source.toUpperCase(Locale.ROOT)) {
      case "COMPILED", "COMPILE-TIME" -> DEFAULT;
      case "GLOBAL", "SERVER", "EXPLICIT", "EXTRA", "USER", "LOGIN", "CONFIG" -> FILE;
      case "COMMAND_LINE", "COMMAND-LINE", "ENVIRONMENT" -> COMMAND_LINE;
      case "PERSISTED" -> PERSISTED;
      case "DYNAMIC", "SQL" -> SET;
      case "AUTO" -> WORKED_OUT;
      default -> UNKNOWN;
    };
  }
}
