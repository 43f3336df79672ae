package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// The plans of what runs, the oldest first, one of each statement.
public final class PlansStep implements Step {
  private static final int PLANS = 10;
  private static final long PATIENCE_MS = 1_000;

  private final List<List<String>> plans = new ArrayList<>();
  private final Content content = Content.empty();
  private List<Question> questions = List.of();
  private volatile boolean denied;

  @Override
  public String name() {
    return "plans";
  }

  @Override
  public String words() {
    return "Plans";
  }

  @Override
  public Duration budget() {
    return Duration.ofMillis(2_500);
  }

  /// Only chooses what is worth a plan; each is asked for by itself.
  @Override
  public void take(Session session, Context context, int round) {
    var seen = new HashSet<String>();
    var chosen = new ArrayList<Question>();
    for (ProcessRow row : candidates(context.sessions(PATIENCE_MS))) {
      if (row.blocked() && !session.flavour().incident().explainsWaiting()) {
        content.note("plans of waiting statements are not asked for on this family");
        continue;
      }
      Fingerprint print =
          Fingerprint.of(
              row.sql(),
              SqlModes.DEFAULT,
              session.facts().mariaDb() ? Dialect.MARIADB : Dialect.MYSQL);
      if (seen.add(row.db() + "/" + print.hash())) {
        chosen.add(new Question("#" + row.id(), on -> one(on, row, print)));
      }
    }
    questions = List.copyOf(chosen);
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  private static List<ProcessRow> candidates(List<ProcessRow> sessions) {
    return sessions.stream()
        .filter(row -> row.kind() == Kind.ACTIVE && explainable(row.sql()))
        .sorted(Comparator.comparingLong(ProcessRow::timeUs).reversed())
        .toList();
  }

  private static boolean explainable(String sql) {
    String low = sql.stripLeading().toLowerCase(Locale.ROOT);
    return low.startsWith("select")
        || low.startsWith("update")
        || low.startsWith("delete")
        || low.startsWith("insert")
        || low.startsWith("replace")
        || low.startsWith("with")
        || low.startsWith("/*")
        || low.startsWith("(");
  }

  private Runnable one(Session session, ProcessRow row, Fingerprint print) {
    if (denied || plans.size() >= PLANS) {
      return () -> {};
    }
    try {
      Grid plan = Ask.grid(session, session.flavour().incident().explainConnection(row.id()));
      String json = plan.isEmpty() ? "" : plan.rows().getFirst().getFirst();
      return () ->
          plans.add(
              List.of(
                  String.valueOf(row.id()),
                  row.db(),
                  print.hash(),
                  String.valueOf(row.timeUs()),
                  row.sql(),
                  json));
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.") && !fault.code().equals(ConnectFaults.DENIED)) {
        throw fault;
      }
      boolean refused =
          fault.code().equals(SqlFaults.PRIVILEGE) || fault.code().equals(ConnectFaults.DENIED);
      return () -> {
        denied |= refused;
        content.note(
            refused
                ? "EXPLAIN FOR CONNECTION of another account needs all privileges here"
                : "#" + row.id() + ": " + fault.detail());
      };
    }
  }

  @Override
  public Content content() {
    return content.grid(
        "plans", Grid.of(List.of("id", "schema", "digest", "time_us", "sql", "plan"), plans));
  }
}
