package org.binnacle.diagnosis.topsql;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// The port to where the history of top SQL is kept. Every method blocks.
public interface TopSqlStore {

  /// The numbers of statements in blocks; those that have none get one.
  Map<StatementKey, Integer> numbers(Collection<StatementKey> keys);

  /// Which statements these numbers stand for.
  Map<Integer, StatementKey> statements(Collection<Integer> numbers);

  void keepTexts(Map<StatementKey, StatementText> texts);

  /// Those that are known.
  Map<StatementKey, StatementText> texts(Collection<StatementKey> keys);

  /// Keeps a block in place of the one that there may be.
  ///
  /// @param hour its number since 1970
  void keep(String instanceId, int hour, byte[] packed);

  Optional<byte[]> block(String instanceId, int hour);

  /// Removes what is older.
  ///
  /// @return how many blocks were removed
  int forget(int beforeHour);
}
