package org.binnacle.explain.advice;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes that a value of a type takes, about; texts are taken as half full.
final class Widths {
  private static final Pattern LENGTH = Pattern.compile("^(\\w+)\\((\\d+)");

  private Widths() {}

  static double of(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    Matcher sized = LENGTH.matcher(lower);
    double length = sized.find() ? Double.parseDouble(sized.group(2)) : 20;
    String word = lower.split("[ (]", 2)[0];
    return switch (word) {
      case "tinyint", "year", "enum", "bool" -> 1;
      case "smallint" -> 2;
      case "mediumint", "date", "time" -> 3;
      case "int", "integer", "float", "timestamp" -> 4;
      case "datetime" -> 5;
      case "bigint", "double", "set", "bit" -> 8;
      case "decimal", "numeric" -> length / 2;
      case "char", "binary" -> length;
      case "varchar", "varbinary" -> Math.min(length / 2, 100);
      default -> 20;
    };
  }
}
