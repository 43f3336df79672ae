package org.binnacle.sql.query;

import java.util.Set;

/// The aggregate functions of MySQL and MariaDB.
public final class Aggregates {
  private static final Set<String> NAMES =
      Set.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "group_concat",
          "bit_and",
          "bit_or",
          "bit_xor",
          "std",
          "stddev",
          "stddev_pop",
          "stddev_samp",
          "var_pop",
          "var_samp",
          "variance",
          "json_arrayagg",
          "json_objectagg",
          "any_value",
          "st_collect",
          "grouping");

  private Aggregates() {}

  /// @param name in lower case
  public static boolean is(String name) {
    return NAMES.contains(name);
  }
}
