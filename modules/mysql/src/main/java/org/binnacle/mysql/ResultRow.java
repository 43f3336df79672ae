package org.binnacle.mysql;

import java.util.Optional;

/// The values of one row as the server sent them, by place from 0. Numbers, dates and times are the
/// server's own text: zero dates, unsigned numbers and decimals are not changed.
public interface ResultRow {

  /// Empty for NULL.
  Optional<String> text(int place);

  /// The bytes as they came over the wire; empty for NULL.
  Optional<byte[]> bytes(int place);
}
