package org.binnacle.review.live;

import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Fault;

/// The port to the one server that a review asks. All methods block, are bounded by the
/// implementation, and run nothing but reading statements and EXPLAIN. What the server refuses or
/// cannot tell comes as a value or as a {@link Fault}, which ends the rule that asked; one of a
/// lost connection ends the review.
public interface LiveProbe extends AutoCloseable {

  /// Who is asked.
  Asked asked();

  /// The databases that the account may see.
  List<String> databases();

  /// A table or view as it is there; empty where it is not.
  Optional<LiveTable> table(String schema, String table);

  /// The plan of a query or write; nothing is run.
  ///
  /// @param database the default database; empty for none
  PlanAnswer plan(String database, String sql);

  /// Indexes that a query could use and that are not there.
  List<IndexProposal> proposals(String database, String sql);

  /// Open transactions that have used the table, or that may have: oldest first.
  List<OpenTransaction> transactions(String schema, String table);

  /// A global variable by its name; empty where the server has none of that name.
  Optional<String> variable(String name);

  /// Whether rows are there that a column's new definition would not take.
  DataAnswer unfit(String schema, String table, String column, Fit fit);

  /// How many values the columns have among the first rows.
  Optional<Distinct> distinct(String schema, String table, List<String> columns, int rows);

  @Override
  void close();
}
