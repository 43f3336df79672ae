package org.binnacle.mysql;

import java.util.List;

/// A conversation with one server, for one thread at a time, bounded by the contract of {@link
/// Connections}. All failures are {@link org.binnacle.kernel.Fault}s with the codes of {@link
/// ConnectFaults} and {@link SqlFaults}.
public interface Session extends AutoCloseable {

  Server server();

  /// What was learned of the server when this session was opened.
  ServerFacts facts();

  Flavour flavour();

  /// The server's id of this connection (CONNECTION_ID()).
  long connectionId();

  /// Runs one reading statement; `?` are filled by the driver from the arguments.
  <T> List<T> query(String sql, RowReader<T> reader, Object... arguments);

  /// Runs several reading statements in one round trip; answers are handed over in order. Where one
  /// fails the later ones have not run, and the fault names the statement.
  void round(List<Ask<?>> asks);

  /// Runs a statement that changes something; only on sessions opened for that. Returns the
  /// affected rows.
  long execute(String sql, Object... arguments);

  /// From any thread: ends the conversation at once, without waiting for the server. The thread
  /// that waits gets a fault.
  void abort();

  @Override
  void close();
}
