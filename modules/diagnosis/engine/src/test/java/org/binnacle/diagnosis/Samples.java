package org.binnacle.diagnosis;

import java.util.Optional;
import org.binnacle.diagnosis.session.Client;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;
import org.binnacle.diagnosis.session.Work;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// Rows that tests begin with.
public final class Samples {
  public static final InstanceRef SHOP =
      new InstanceRef(
          "shop-1", "shop-db-1", "10.0.0.1:3306", "staging", "blue", Safety.CAREFUL, "shop");

  private Samples() {}

  public static InstanceRef instance(String name, Safety safety) {
    return new InstanceRef(name, name, name + ":3306", "env", "red", safety, "shop");
  }

  /// app runs an UPDATE for 7.2 s inside a transaction.
  public static ProcessRow update() {
    return new ProcessRow(
        SHOP,
        4711,
        52,
        Kind.ACTIVE,
        "app",
        new Client("10.0.4.9", 5123),
        "orders",
        "shop",
        "Query",
        "updating",
        7_200_000,
        "UPDATE stock SET qty=qty-1 WHERE id=7",
        37,
        new Work(9, "3fa9c0", 1_000, 150_000, 0, 1, 0, true, false),
        Optional.of(new Transaction(71_000_000, 12, 3, "LOCK WAIT")));
  }

  public static ProcessRow sleeper(long id) {
    return of(id, Kind.SLEEPING, "web", "Sleep", "", 30_000_000, "");
  }

  public static ProcessRow of(
      long id, Kind kind, String user, String command, String state, long timeUs, String sql) {
    return of(SHOP, id, kind, user, command, state, timeUs, sql);
  }

  public static ProcessRow of(
      InstanceRef instance,
      long id,
      Kind kind,
      String user,
      String command,
      String state,
      long timeUs,
      String sql) {
    return new ProcessRow(
        instance,
        id,
        id + 40,
        kind,
        user,
        new Client("10.0.4.1", (int) (40_000 + id % 1_000)),
        "",
        "shop",
        command,
        state,
        timeUs,
        sql,
        sql.length(),
        Work.NONE,
        Optional.empty());
  }
}
