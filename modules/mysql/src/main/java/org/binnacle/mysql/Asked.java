package org.binnacle.mysql;

import java.time.Instant;

/// A statement that Binnacle has sent to a server to watch it.
///
/// @param mark what it is for, such as `pulse`; it stands in the statement's own comment
/// @param sql the text of the last time; values that are bound stand as `?`
/// @param times how often anything with this mark was sent
public record Asked(String mark, String sql, long times, Instant last) {
  /// What stands before each round of several statements. MariaDB counts a whole round as one
  /// statement of this text.
  public static final String ROUND = "DO /* binnacle:round */ 0";
}
