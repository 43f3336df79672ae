package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.SessionGroup;
import org.binnacle.diagnosis.session.Span;

/// Groups of sessions, as text or as documents.
final class GroupsView {
  private GroupsView() {}

  static Table table(GroupBy by, List<SessionGroup> groups) {
    var table =
        new Table(
            Column.elastic(by.words().toUpperCase(Locale.ROOT)),
            Column.number("SESSIONS"),
            Column.number("ACTIVE"),
            Column.number("BLOCKED"),
            Column.number("IDLE IN TRX"),
            Column.number("LONGEST"),
            Column.number("TOGETHER"),
            Column.elastic("SQL OF THE LONGEST"));
    for (SessionGroup group : groups) {
      table.row(
          group.words(),
          group.count(),
          group.active(),
          group.blocked(),
          group.idleInTrx(),
          Span.words(group.maxUs()),
          Span.words(group.sumUs()),
          group.sql());
    }
    return table;
  }

  static Map<String, Object> document(SessionGroup group) {
    var document = new LinkedHashMap<String, Object>();
    document.put("value", group.value());
    document.put("words", group.words());
    document.put("where", group.term());
    document.put("sessions", group.count());
    document.put("active", group.active());
    document.put("blocked", group.blocked());
    document.put("idle_in_trx", group.idleInTrx());
    document.put("max_us", group.maxUs());
    document.put("sum_us", group.sumUs());
    document.put("sql", group.sql());
    return document;
  }
}
