package org.binnacle.review;

import java.util.List;
import java.util.Map;

/// A script that shows what a rule does.
///
/// @param script what is reviewed
/// @param schema DDL of the tables that are there before; empty for none given
/// @param version of the server it is meant for; empty for the usual one
/// @param params settings of the rule that it takes
/// @param live what a server says in it, in the words of the tests; empty where none is asked
public record Example(
    Kind kind,
    String script,
    String schema,
    String version,
    Map<String, Object> params,
    String live) {

  public enum Kind {
    /// The rule fires.
    BAD,
    /// As it should be written.
    GOOD,
    /// It looks alike, and the rule keeps silent.
    NEAR_MISS
  }

  public Example {
    params = Map.copyOf(params);
  }

  public static List<Kind> kinds() {
    return List.of(Kind.values());
  }
}
