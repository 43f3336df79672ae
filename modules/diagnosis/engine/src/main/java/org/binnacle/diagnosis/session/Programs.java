package org.binnacle.diagnosis.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.mysql.Session;

/// The program names of connections, asked once for each: they never change. Forgotten with the
/// monitoring connection, since a server that was started anew counts from the beginning. From any
/// thread.
final class Programs {
  private static final int MOST = 20_000;

  private final Map<String, Book> books = new ConcurrentHashMap<>();

  private record Named(long id, String program) {}

  /// What one server told on one connection of ours.
  private record Book(long connection, Map<Long, String> names) {}

  /// The same rows with their programs.
  List<ProcessRow> onto(Session session, List<ProcessRow> rows) {
    Book book =
        books.compute(
            session.server().id(),
            (id, known) ->
                known != null
                        && known.connection() == session.connectionId()
                        && known.names().size() < MOST
                    ? known
                    : new Book(session.connectionId(), new ConcurrentHashMap<>()));
    var unknown = new TreeSet<Long>();
    rows.stream()
        .filter(row -> row.kind() != Kind.DAEMON && !book.names().containsKey(row.id()))
        .forEach(row -> unknown.add(row.id()));
    String sql = session.flavour().programs(session.facts(), unknown);
    if (sql.isEmpty()) {
      return rows;
    }
    if (!unknown.isEmpty()) {
      ask(session, sql, unknown, book);
    }
    var named = new ArrayList<ProcessRow>(rows.size());
    rows.forEach(row -> named.add(row.with(book.names().getOrDefault(row.id(), ""))));
    return named;
  }

  private static void ask(Session session, String sql, Set<Long> unknown, Book book) {
    Map<Long, String> told = new HashMap<>();
    session
        .query(sql, row -> new Named(row.number("id", 0), row.text("program", "")))
        .forEach(named -> told.put(named.id(), named.program()));
    // One that told none is not asked again.
    unknown.forEach(id -> book.names().put(id, told.getOrDefault(id, "").intern()));
  }
}
