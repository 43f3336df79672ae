package org.binnacle.mysql.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.ServerFacts;

/// An open connection with what was learned when it was opened.
///
/// @param several whether one round trip may carry several of our own fixed statements
/// @param known those of them that the server keeps
public record Link(
    Server server,
    Connection connection,
    Dialled dialled,
    long connectionId,
    ServerFacts facts,
    Flavour flavour,
    boolean readOnly,
    boolean several,
    KnownTexts known)
    implements AutoCloseable {

  /// The way to the server below JDBC.
  public interface Dialled {
    /// Ends it at once, from any thread.
    void end();

    /// Gives back what it went through; after the connection was closed.
    void release();
  }

  /// The same connection with another way to it.
  public Link with(Dialled other) {
    return new Link(
        server, connection, other, connectionId, facts, flavour, readOnly, several, known);
  }

  /// Ends the conversation at once, without a word to the server.
  public void abort() {
    dialled.end();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      dialled.end();
    } finally {
      dialled.release();
    }
  }
}
