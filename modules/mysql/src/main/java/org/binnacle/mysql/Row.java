package org.binnacle.mysql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One row of a result, read by column name (case ignored). Valid only inside the reader it is
/// handed to. A column that the server did not send reads as empty, never as an error: servers
/// differ. Columns with `Master` or `Slave` in their name answer to `Source` and `Replica` too
/// (`Connection_name` to `Channel_Name`), so that one reader serves all versions.
public interface Row {

  Optional<String> text(String column);

  OptionalLong number(String column);

  Optional<Double> decimal(String column);

  Optional<byte[]> bytes(String column);

  /// A DATETIME or TIMESTAMP; every session of ours runs in UTC. Empty for zero dates.
  Optional<Instant> instant(String column);

  /// The column names in the server's order.
  List<String> columns();

  default String text(String column, String or) {
    return text(column).orElse(or);
  }

  default long number(String column, long or) {
    return number(column).orElse(or);
  }
}
