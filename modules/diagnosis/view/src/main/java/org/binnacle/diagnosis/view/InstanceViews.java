package org.binnacle.diagnosis.view;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.view.deadlocks.DeadlockBadge;
import org.binnacle.diagnosis.view.deadlocks.DeadlocksView;
import org.binnacle.diagnosis.view.innodb.InnoDbView;
import org.binnacle.diagnosis.view.instance.ViewKind;
import org.binnacle.diagnosis.view.locks.LocksView;
import org.binnacle.diagnosis.view.replication.ReplicationView;
import org.binnacle.diagnosis.view.sessions.SessionsPanel;
import org.binnacle.diagnosis.view.topsql.TopSqlView;
import org.binnacle.diagnosis.view.trends.TrendsView;
import org.binnacle.diagnosis.view.trx.TransactionsView;
import org.binnacle.diagnosis.view.variables.VariablesView;

/// The views of an instance in the order of their digits. A new one is a line here: 1 Sessions, 2
/// Locks, 3 Transactions, 4 Top SQL, 5 Replication, 6 InnoDB, 7 Variables, 8 Deadlocks, 9 Trends.
public final class InstanceViews {
  private InstanceViews() {}

  public static List<ViewKind> shipped() {
    return List.of(
        new ViewKind(
            "sessions", 1, "Sessions", "What the sessions do now, each second", SessionsPanel::new),
        new ViewKind(
            "locks", 2, "Locks", "Who waits for whom, and who is to blame", LocksView::new),
        new ViewKind(
            "transactions",
            3,
            "Transactions",
            "Open transactions with all their statements, oldest first",
            TransactionsView::new),
        new ViewKind(
            "top-sql", 4, "Top SQL", "Which statements load it, and since when", TopSqlView::new),
        new ViewKind(
            "replication",
            5,
            "Replication",
            "Channels, workers, lag and errors in words; a cluster as a tree",
            ReplicationView::new),
        new ViewKind(
            "innodb",
            6,
            "InnoDB",
            "Buffer pool, redo log, purge, locks and files, and what is unusual",
            InnoDbView::new),
        new ViewKind(
            "variables",
            7,
            "Variables",
            "Variables with what has changed, instances compared, status with rates",
            VariablesView::new),
        new ViewKind(
            "deadlocks",
            8,
            "Deadlocks",
            "Deadlocks that were caught, each drawn as a cycle",
            DeadlocksView::new,
            Optional.of(DeadlockBadge::new)),
        new ViewKind(
            "trends",
            9,
            "Trends",
            "How the figures went, and a day or a week before",
            TrendsView::new));
  }
}
