package org.binnacle.mysql.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Ask;
import org.binnacle.mysql.Asked;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.RowReader;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.ServerFacts;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.mysql.Taker;

/// A session on one connection; closing it runs what its owner wants.
public final class JdbcSession implements Session {
  /// The driver searches a text that begins with SELECT for an INTO, letter by letter, which was a
  /// fifth of the client's CPU time of a look; one that begins with DO is not searched.
  private static final String FIRST = Asked.ROUND + ";\n";

  private final Link link;
  private final Connection connection;
  private final Runnable onClose;
  private final Consumer<String> asked;
  private final Supplier<Set<Long>> own;
  private volatile boolean closed;
  private volatile boolean spoken;

  /// @param connection the link's own, or a pool's proxy of it
  public JdbcSession(Link link, Connection connection, Runnable onClose) {
    this(link, connection, onClose, sql -> {}, () -> Set.of(link.connectionId()));
  }

  /// @param asked told of each text that is asked
  /// @param own the ids of all our connections to this server
  public JdbcSession(
      Link link,
      Connection connection,
      Runnable onClose,
      Consumer<String> asked,
      Supplier<Set<Long>> own) {
    this.own = own;
    this.link = link;
    this.connection = connection;
    this.onClose = onClose;
    this.asked = asked;
  }

  @Override
  public Server server() {
    return link.server();
  }

  @Override
  public ServerFacts facts() {
    return link.facts();
  }

  @Override
  public Flavour flavour() {
    return link.flavour();
  }

  @Override
  public long connectionId() {
    return link.connectionId();
  }

  @Override
  public Set<Long> own() {
    return own.get();
  }

  @Override
  public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
    checkOpen();
    asked.accept(sql);
    try {
      // Without arguments a ? in the text is the server's business.
      if (arguments.length == 0) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          spoken = true;
          return read(rows, reader);
        }
      }
      try (PreparedStatement statement = prepared(sql, arguments);
          ResultSet rows = statement.executeQuery()) {
        spoken = true;
        return read(rows, reader);
      }
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  @Override
  public void round(List<Ask<?>> asks) {
    checkOpen();
    if (asks.isEmpty()) {
      return;
    }
    if (!link.several()) {
      asks.forEach(this::single);
      return;
    }
    List<String> texts = new ArrayList<>(asks.size());
    KnownTexts known = link.known();
    var joined = new StringBuilder();
    for (Ask<?> ask : asks) {
      texts.add(ask.sql());
      asked.accept(ask.sql());
      joined.append(joined.isEmpty() ? "" : ";\n").append(known.word(ask.sql()));
    }
    String words = joined.toString();
    try {
      // One statement for all rounds: the driver looks up twenty settings to make one.
      Statement statement = known.statement(link.connection());
      boolean searched = words.startsWith("SELECT");
      boolean rows = statement.execute(searched ? FIRST + words : words);
      if (searched) {
        rows = statement.getMoreResults();
      }
      for (Ask<?> ask : asks) {
        if (rows) {
          answer(ask, statement);
        }
        rows = statement.getMoreResults();
      }
      spoken = true;
      known.answered(statement, texts);
    } catch (SQLException e) {
      if (known.lost(e)) {
        round(asks);
        return;
      }
      Fault fault = Faults.ofStatement(e);
      if (fault.code().id().startsWith("connect.") || fault.code().equals(SqlFaults.TIME_LIMIT)) {
        throw fault;
      }
      // The driver reads all answers before it hands over the first, so nothing tells which one
      // failed; one by one they tell, and those before it are answered.
      asks.forEach(this::single);
    }
  }

  private <T> void single(Ask<T> ask) {
    try {
      ask.answer().accept(query(ask.sql(), ask.reader()));
    } catch (Fault fault) {
      throw named(fault, ask.sql());
    }
  }

  private <T> void answer(Ask<T> ask, Statement statement) throws SQLException {
    List<T> values;
    try (ResultSet rows = statement.getResultSet()) {
      values = read(rows, link.known().columns(ask.sql(), rows), ask.reader());
    }
    ask.answer().accept(values);
  }

  private static Fault named(Fault fault, String sql) {
    String start = sql.strip().lines().findFirst().orElse("");
    return new Fault(
        fault.code(),
        fault.detail() + " [" + start.substring(0, Math.min(60, start.length())) + "]",
        fault.getCause());
  }

  private static <T> List<T> read(ResultSet rows, RowReader<T> reader) throws SQLException {
    return read(rows, Columns.of(rows), reader);
  }

  private static <T> List<T> read(ResultSet rows, Columns columns, RowReader<T> reader)
      throws SQLException {
    var row = new JdbcRow(rows, columns);
    var values = new ArrayList<T>();
    while (rows.next()) {
      values.add(reader.read(row));
    }
    return values;
  }

  @Override
  public long execute(String sql, Object... arguments) {
    checkOpen();
    if (link.readOnly()) {
      throw new Fault(SqlFaults.READ_ONLY, "this session may only read");
    }
    spoken = true;
    try {
      if (arguments.length == 0) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
          return Math.max(0, statement.getLargeUpdateCount());
        }
      }
      try (PreparedStatement statement = prepared(sql, arguments)) {
        statement.execute();
        return Math.max(0, statement.getLargeUpdateCount());
      }
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  @Override
  public void arrange(String sql) {
    checkOpen();
    if (!sql.regionMatches(true, 0, "SET ", 0, 4) && !sql.regionMatches(true, 0, "USE ", 0, 4)) {
      throw new IllegalArgumentException("neither SET nor USE");
    }
    spoken = true;
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw Faults.ofStatement(e);
    }
  }

  @Override
  public void stream(String sql, Taker taker, Runnable enough) {
    checkOpen();
    spoken = true;
    Streaming.run(connection, sql, taker, enough);
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /// Whether the server has answered here, or may have done something because of us. Until then the
  /// work may be begun anew on another connection.
  public boolean spoken() {
    return spoken;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  @Override
  public void abort() {
    link.abort();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }
}
