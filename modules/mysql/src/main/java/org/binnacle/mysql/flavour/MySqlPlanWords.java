package org.binnacle.mysql.flavour;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.mysql.PlanWords;
import org.binnacle.mysql.Version;

/// MySQL's EXPLAIN: TREE since 8.0.16, EXPLAIN ANALYZE since 8.0.18, JSON version 2 since 8.3.
public record MySqlPlanWords(Version version) implements PlanWords {

  @Override
  public List<Format> estimated() {
    var formats = new ArrayList<Format>();
    if (version.atLeast(8, 3, 0)) {
      formats.add(Format.JSON_2);
    }
    if (version.atLeast(8, 0, 16)) {
      formats.add(Format.TREE);
    }
    formats.add(Format.JSON);
    formats.add(Format.TABULAR);
    return formats;
  }

  @Override
  public List<Format> measured() {
    if (version.atLeast(8, 3, 0)) {
      return List.of(Format.JSON_2, Format.TREE);
    }
    return version.atLeast(8, 0, 18) ? List.of(Format.TREE) : List.of();
  }

  @Override
  public List<String> before(Format format) {
    if (!version.atLeast(8, 3, 0)) {
      return List.of();
    }
    return switch (format) {
      case JSON_2 -> List.of("SET SESSION explain_json_format_version=2");
      case JSON -> List.of("SET SESSION explain_json_format_version=1");
      case TABULAR, TREE -> List.of();
    };
  }

  @Override
  public String explain(Format format, String statement) {
    return "EXPLAIN FORMAT=" + word(format) + " " + statement;
  }

  @Override
  public String warned(String statement) {
    return explain(Format.TABULAR, statement);
  }

  /// 8.0 refuses a format beside ANALYZE other than TREE, which it spells since 8.0.21.
  @Override
  public String analyze(Format format, String statement) {
    return version.atLeast(8, 0, 21)
        ? "EXPLAIN ANALYZE FORMAT=" + word(format) + " " + statement
        : "EXPLAIN ANALYZE " + statement;
  }

  @Override
  public String running(Format format, long connectionId) {
    return "EXPLAIN FORMAT=" + word(format) + " FOR CONNECTION " + connectionId;
  }

  @Override
  public boolean waitsWithTheThread() {
    return false;
  }

  private static String word(Format format) {
    return switch (format) {
      case TABULAR -> "TRADITIONAL";
      case JSON, JSON_2 -> "JSON";
      case TREE -> "TREE";
    };
  }
}
