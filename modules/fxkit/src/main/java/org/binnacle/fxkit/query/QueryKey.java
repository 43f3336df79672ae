package org.binnacle.fxkit.query;

import java.util.List;

/// A key that a query may use, for completion.
///
/// @param name such as `user`
/// @param words what it looks at and an example
/// @param values well-known values to offer behind the key; may be empty
public record QueryKey(String name, String words, List<String> values) {
  public QueryKey {
    values = List.copyOf(values);
  }

  public static QueryKey of(String name, String words, String... values) {
    return new QueryKey(name, words, List.of(values));
  }
}
