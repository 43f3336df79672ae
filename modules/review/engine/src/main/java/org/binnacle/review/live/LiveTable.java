package org.binnacle.review.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.review.schema.Table;

/// A table as a server describes it.
///
/// @param ddl what SHOW CREATE TABLE printed; empty where the account may not see it
/// @param rows as statistics estimate them
/// @param nextId the next AUTO_INCREMENT
/// @param rowVersions INSTANT changes since the table was last rebuilt, where the server counts
///   them
/// @param indexes with their statistics
/// @param untold what was asked for and refused
public record LiveTable(
    String schema,
    String name,
    boolean view,
    String ddl,
    String engine,
    long rows,
    long dataBytes,
    long indexBytes,
    OptionalLong nextId,
    OptionalLong rowVersions,
    List<LiveIndex> indexes,
    List<Untold> untold) {

  /// What a server counts, and may not tell everybody.
  public enum Fact {
    /// Rows read by each index since the server started.
    INDEX_READS,
    /// INSTANT changes since the table was last rebuilt.
    ROW_VERSIONS
  }

  public LiveTable {
    indexes = List.copyOf(indexes);
    untold = List.copyOf(untold);
  }

  /// One that nobody has looked at: there, as a view is of which nobody knows the columns.
  static LiveTable unseen(String schema, String name) {
    return new LiveTable(
        schema,
        name,
        true,
        "",
        "",
        0,
        0,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        List.of());
  }

  /// This table, for a rule that makes no sense without a fact.
  ///
  /// @throws Unanswered where the server refused to tell it
  public LiveTable with(Fact fact) {
    for (Untold one : untold) {
      if (one.fact() == fact) {
        throw Unanswered.of(one);
      }
    }
    return this;
  }

  public long bytes() {
    return dataBytes + indexBytes;
  }

  public Optional<LiveIndex> index(String name) {
    return indexes.stream().filter(i -> i.name().equalsIgnoreCase(name)).findFirst();
  }

  public Table.Size size() {
    return new Table.Size(rows, dataBytes, indexBytes);
  }

  /// `about 1,200,000 rows, 340 MB`
  public String shown() {
    return "about %,d rows, %s".formatted(rows, Sizes.shown(bytes()));
  }
}
