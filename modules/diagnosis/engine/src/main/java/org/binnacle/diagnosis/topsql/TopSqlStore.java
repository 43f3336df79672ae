package org.binnacle.diagnosis.topsql;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The port to where the history of top SQL is kept. Every method blocks.
public interface TopSqlStore {

  /// The numbers of statements in blocks; those that have none get one.
  Map<StatementKey, Integer> numbers(Collection<StatementKey> keys);

  /// Which statements these numbers stand for.
  Map<Integer, StatementKey> statements(Collection<Integer> numbers);

  void keepTexts(Map<StatementKey, StatementText> texts);

  /// Those that are known.
  Map<StatementKey, StatementText> texts(Collection<StatementKey> keys);

  /// Adds some minutes of an hour that is not over: a packed {@link HourBlock} of those alone.
  ///
  /// @param hour its number since 1970
  void append(String instanceId, int hour, byte[] packed);

  /// Keeps the whole of an hour in place of all that is kept of it.
  void keep(String instanceId, int hour, byte[] packed);

  /// What is kept of an hour: one block, or the pieces of an hour that was not ended, or both.
  List<byte[]> blocks(String instanceId, int hour);

  /// Hours before this one that lie in pieces, since nothing ran when they ended.
  List<Integer> inPieces(String instanceId, int beforeHour);

  /// Removes what is older.
  ///
  /// @return how many hours were removed, pieces not counted
  int forget(int beforeHour);
}
