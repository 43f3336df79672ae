package org.binnacle.mysql.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The data source that a pool draws from: hands over the connection that was opened for it, and
/// none else. So the pool never dials by itself: its own retries, which come every few
/// milliseconds, would lock accounts, block hosts and fill a dead host's logs.
final class HandOver implements DataSource {
  private final AtomicReference<@Nullable Connection> ready = new AtomicReference<>();

  /// @return the connection that nobody has taken, if any; the caller closes it
  @Nullable Connection put(@Nullable Connection connection) {
    return ready.getAndSet(connection);
  }

  boolean waiting() {
    return ready.get() != null;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = ready.getAndSet(null);
    if (connection == null) {
      throw new SQLException("no connection is open", "08001");
    }
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // Nothing is written.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The dialer has its own limits.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
