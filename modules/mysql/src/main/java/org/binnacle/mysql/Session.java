package org.binnacle.mysql;

import java.util.List;
import java.util.Set;

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

  /// The ids of all connections that this program has open on this server, with this one.
  default Set<Long> own() {
    return Set.of(connectionId());
  }

  /// Runs one reading statement; `?` are filled by the driver from the arguments.
  <T> List<T> query(String sql, RowReader<T> reader, Object... arguments);

  /// Runs several reading statements in one round trip; answers are handed over in order. Where one
  /// fails the later ones have not run, and the fault names the statement.
  void round(List<Ask<?>> asks);

  /// Runs a statement that changes something; only on sessions opened for that. Returns the
  /// affected rows.
  long execute(String sql, Object... arguments);

  /// Sends one SET or USE: it changes this session only, and is allowed on read-only ones too.
  default void arrange(String sql) {
    throw new UnsupportedOperationException("this session cannot be arranged");
  }

  /// Runs one statement of a user and hands its answers over row by row, as they come from the
  /// server: memory is that of one row, whatever the result's size. The session's bounds hold for
  /// silence of the network. After a fault the session may be used again, unless the code begins
  /// with `connect.`.
  ///
  /// @param enough run where the taker wants no more rows; has the server end this session's
  ///   statement (KILL QUERY on another connection), as else the rest would be read and thrown away
  default void stream(String sql, Taker taker, Runnable enough) {
    throw new UnsupportedOperationException("this session does not stream");
  }

  /// From any thread: ends the conversation at once, without waiting for the server. The thread
  /// that waits gets a fault.
  void abort();

  @Override
  void close();
}
