package org.binnacle.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A server process of ours on 127.0.0.1, stopped and deleted on close.
public interface RunningServer extends AutoCloseable {

  Distribution distribution();

  /// As SELECT VERSION() says.
  String version();

  String host();

  int port();

  /// An account with every privilege and this password, allowed from 127.0.0.1.
  String user();

  String password();

  Path dataDir();

  Path errorLog();

  long pid();

  /// A plain JDBC connection of the all-powerful account, for setting a scene.
  Connection connect() throws SQLException;

  @Override
  void close();
}
