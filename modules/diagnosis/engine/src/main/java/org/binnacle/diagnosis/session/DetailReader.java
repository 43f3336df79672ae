package org.binnacle.diagnosis.session;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.session.SessionDetail.Attribute;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// Fetches the whole statement and the attributes of one thread, if it still runs what was seen.
public final class DetailReader {

  private record Now(long threadId, long eventId) {}

  public SessionDetail read(Session session, ProcessRow row) {
    var flavour = session.flavour();
    var facts = session.facts();
    Optional<Now> now =
        session
            .query(
                flavour.identity(facts),
                found -> new Now(found.number("thread_id", 0), found.number("event_id", 0)),
                row.id())
            .stream()
            .findFirst();
    boolean sameThread = now.filter(found -> found.threadId() == row.threadId()).isPresent();
    boolean same =
        sameThread && (row.work().eventId() == 0 || now.get().eventId() == row.work().eventId());
    Optional<String> whole = same && row.cut() ? statement(session, row) : Optional.empty();
    return SessionDetail.of(
        row,
        whole.orElse(row.sql()),
        whole.isPresent() || !row.cut(),
        same,
        sameThread ? attributes(session, row.id()) : List.of());
  }

  // Only a text that begins as the one seen is the same statement: it may have changed in between.
  private static Optional<String> statement(Session session, ProcessRow row) {
    return session
        .query(
            session.flavour().fullStatement(session.facts()),
            found -> found.text("info", ""),
            row.id())
        .stream()
        .filter(text -> text.startsWith(row.sql()))
        .findFirst();
  }

  private static List<Attribute> attributes(Session session, long id) {
    try {
      return session.query(
          session.flavour().attributes(session.facts()),
          found -> new Attribute(found.text("name", ""), found.text("value", "")),
          id);
    } catch (Fault denied) {
      return List.of();
    }
  }
}
