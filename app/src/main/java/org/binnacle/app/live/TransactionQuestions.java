package org.binnacle.app.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Locking;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.review.live.OpenTransaction;

/// Asks a session who has a transaction open on a table. Where metadata locks are told (MySQL 8.0
/// and later) these are certain; elsewhere every transaction of some age may be one.
final class TransactionQuestions {
  private static final int MOST = 200;
  private static final int SHOWN = 20;
  private static final long OLD_S = 10;

  private final Session session;
  private final Locking locking;

  TransactionQuestions(Session session) {
    this.session = session;
    this.locking = session.flavour().locking();
  }

  private record Trx(long id, long ageS) {}

  List<OpenTransaction> on(String schema, String table) {
    if (!session.facts().can(Capability.PROCESS)) {
      throw new Fault(SqlFaults.PRIVILEGE, "the account has no privilege PROCESS");
    }
    List<Trx> open =
        session
            .query(
                locking.openTransactions(MOST),
                row -> new Trx(row.number("id", 0), row.number("trx_age_s", 0)))
            .stream()
            .filter(t -> t.id() > 0 && t.id() != session.connectionId())
            .toList();
    boolean certain = locking.metadata(session.facts()) == Locking.Metadata.FULL;
    List<Trx> those;
    if (certain) {
      Set<Long> holders = holders(schema, table);
      those = open.stream().filter(t -> holders.contains(t.id())).toList();
    } else {
      those = open.stream().filter(t -> t.ageS() >= OLD_S).toList();
    }
    return told(those.stream().limit(SHOWN).toList(), certain);
  }

  private Set<Long> holders(String schema, String table) {
    List<Long> threads =
        session.query(
            locking.grantedMetadata(MOST),
            row -> row.number("thread_id", 0),
            "TABLE",
            schema,
            table);
    return threads.isEmpty()
        ? Set.of()
        : Set.copyOf(session.query(locking.connectionsOf(threads), row -> row.number("id", 0)));
  }

  private List<OpenTransaction> told(List<Trx> those, boolean certain) {
    if (those.isEmpty()) {
      return List.of();
    }
    Map<Long, OpenTransaction> by = new HashMap<>();
    session
        .query(
            session.flavour().sessions(session.facts(), those.stream().map(Trx::id).toList(), 120),
            row ->
                new OpenTransaction(
                    row.number("id", 0), row.text("user", ""), 0, certain, row.text("info", "")))
        .forEach(one -> by.put(one.thread(), one));
    return those.stream()
        .map(
            t -> {
              var seen = by.getOrDefault(t.id(), new OpenTransaction(t.id(), "", 0, certain, ""));
              return new OpenTransaction(t.id(), seen.user(), t.ageS(), certain, seen.doing());
            })
        .sorted(Comparator.comparingLong(OpenTransaction::ageS).reversed())
        .toList();
  }
}
