package org.binnacle.mysql.flavour;

import java.util.List;
import org.binnacle.mysql.PlanWords;

/// MariaDB's EXPLAIN, ANALYZE and SHOW EXPLAIN, which knows JSON since 10.9.
public record MariaDbPlanWords() implements PlanWords {
  private static final List<Format> FORMATS = List.of(Format.JSON, Format.TABULAR);

  @Override
  public List<Format> estimated() {
    return FORMATS;
  }

  @Override
  public List<Format> measured() {
    return FORMATS;
  }

  @Override
  public List<String> before(Format format) {
    return List.of();
  }

  @Override
  public String explain(Format format, String statement) {
    return "EXPLAIN " + words(format) + statement;
  }

  @Override
  public String warned(String statement) {
    return "EXPLAIN EXTENDED " + statement;
  }

  @Override
  public String analyze(Format format, String statement) {
    return "ANALYZE " + words(format) + statement;
  }

  @Override
  public String running(Format format, long connectionId) {
    return "SHOW EXPLAIN " + words(format) + "FOR " + connectionId;
  }

  /// Measured: up to 30 s, then error 1205.
  @Override
  public boolean waitsWithTheThread() {
    return true;
  }

  private static String words(Format format) {
    return switch (format) {
      case TABULAR -> "";
      case JSON -> "FORMAT=JSON ";
      case JSON_2, TREE ->
          throw new IllegalArgumentException("MariaDB prints no plan as " + format);
    };
  }
}
