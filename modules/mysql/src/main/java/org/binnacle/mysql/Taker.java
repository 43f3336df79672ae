package org.binnacle.mysql;

import java.util.List;

/// Takes what one statement answers, in the server's order. A procedure may answer several results
/// and a count; other statements answer one. Called on the thread that runs the statement.
public interface Taker {

  /// A result with rows begins.
  void columns(List<ResultColumn> columns);

  /// One row of the result that began last.
  ///
  /// @param row valid during this call only
  /// @return whether more rows are wanted
  boolean row(ResultRow row);

  /// A statement that gives no rows is done.
  ///
  /// @param rows as the server counts them
  void affected(long rows);
}
