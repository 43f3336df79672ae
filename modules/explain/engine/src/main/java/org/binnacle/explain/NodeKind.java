package org.binnacle.explain;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a step of a plan does.
public sealed interface NodeKind {

  /// A stable short name such as `table-scan` or `hash-join`: for ids, JSON and comparing.
  String code();

  /// Reads a table, a temporary table or a derived one.
  record Access(AccessMethod method, TableRef table, Optional<IndexUse> index) implements NodeKind {
    @Override
    public String code() {
      return dashed(method);
    }
  }

  /// Joins what its two children give.
  record Join(JoinAlgorithm algorithm, JoinType type) implements NodeKind {
    @Override
    public String code() {
      return dashed(algorithm) + (type == JoinType.ANTI ? "-anti" : "") + "-join";
    }
  }

  /// Lets through the rows for which a condition holds.
  record Filter() implements NodeKind {
    @Override
    public String code() {
      return "filter";
    }
  }

  /// Sorts.
  ///
  /// @param keys the sort keys in the server's words; may be empty
  /// @param limit rows that are kept, where the sort is given a limit
  record Sort(String keys, OptionalLong limit) implements NodeKind {
    @Override
    public String code() {
      return "sort";
    }
  }

  /// Groups or aggregates.
  record Aggregate(AggregateMethod method) implements NodeKind {
    @Override
    public String code() {
      return method == AggregateMethod.TEMP_TABLE ? "aggregate-temp-table" : "aggregate";
    }
  }

  /// Writes rows to a temporary table and reads them again.
  record TempTable() implements NodeKind {
    @Override
    public String code() {
      return "temp-table";
    }
  }

  /// Keeps the result of a part of the query in a temporary table.
  ///
  /// @param what which part
  /// @param name such as the name of the CTE; may be empty
  /// @param deduplicated whether equal rows are kept once
  record Materialize(Materialized what, String name, boolean deduplicated) implements NodeKind {
    @Override
    public String code() {
      return "materialize";
    }
  }

  /// Stops after some rows.
  ///
  /// @param count rows given at most
  /// @param offset rows thrown away before
  record Limit(OptionalLong count, long offset) implements NodeKind {
    @Override
    public String code() {
      return "limit";
    }
  }

  /// Computes window functions.
  record Window(boolean buffered) implements NodeKind {
    @Override
    public String code() {
      return "window";
    }
  }

  /// Throws away duplicates.
  ///
  /// @param weedout by a temporary table of row ids (semijoin)
  record Deduplicate(boolean weedout) implements NodeKind {
    @Override
    public String code() {
      return weedout ? "weedout" : "deduplicate";
    }
  }

  /// Gives the rows of its children one after the other.
  record Append() implements NodeKind {
    @Override
    public String code() {
      return "append";
    }
  }

  /// Changes a table.
  record Change(Verb verb, TableRef table) implements NodeKind {
    @Override
    public String code() {
      return dashed(verb);
    }
  }

  /// Runs a subquery.
  ///
  /// @param select the number of the SELECT; 0 where it is not told
  /// @param dependent runs again for each row of the outer query
  /// @param cacheable its result may be kept for equal outer values
  record Subquery(int select, boolean dependent, boolean cacheable) implements NodeKind {
    @Override
    public String code() {
      return "subquery";
    }
  }

  /// Gives no rows, for a reason known before execution.
  record NoRows(String reason) implements NodeKind {
    @Override
    public String code() {
      return "no-rows";
    }
  }

  /// Gives rows that were found before execution, or needs no table.
  record Constant() implements NodeKind {
    @Override
    public String code() {
      return "constant";
    }
  }

  /// Hands rows on (streaming, invalidation of temporary tables).
  record Passing() implements NodeKind {
    @Override
    public String code() {
      return "passing";
    }
  }

  /// Something that no reader knows; the text is the server's.
  record Other(String text) implements NodeKind {
    @Override
    public String code() {
      return "other";
    }
  }

  private static String dashed(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
