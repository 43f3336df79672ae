package org.binnacle.app.live;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.explain.advice.Advice;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.live.Explaining;
import org.binnacle.explain.live.Question;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Words;
import org.binnacle.mysql.Session;
import org.binnacle.review.fix.DmlAsSelect;
import org.binnacle.review.live.Asked;
import org.binnacle.review.live.DataAnswer;
import org.binnacle.review.live.Distinct;
import org.binnacle.review.live.Fit;
import org.binnacle.review.live.IndexProposal;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.OpenTransaction;
import org.binnacle.review.live.PlanAnswer;
import org.binnacle.sql.SqlModes;

/// Asks one server for what a review wants to know. Reads and EXPLAIN only.
final class ServerProbe implements LiveProbe {
  /// A server that is read-only plans no write, for accounts that may not write there.
  private static final String READ_ONLY = "1290:";

  private static final Pattern NUMBERED = Pattern.compile("^(\\d{4,5}): ([\\s\\S]*)$");

  /// What tells nothing of the statement: privileges, limits, locks, read-only, what has no plan.
  private static final Set<Integer> NOT_ITS_FAULT =
      Set.of(
          1044, 1045, 1142, 1143, 1205, 1213, 1227, 1235, 1290, 1317, 1370, 1792, 1836, 1969, 3012,
          3024);

  private final Session session;
  private final InstanceRef instance;
  private final Asked asked;
  private final Explaining explaining;
  private final Advising advising;
  private final TableQuestions tables;
  private final TransactionQuestions transactions;
  private final Cancel cancel;

  ServerProbe(
      Session session,
      Chosen chosen,
      Explaining explaining,
      Advising advising,
      Clock clock,
      Cancel cancel) {
    this.session = session;
    this.instance = chosen.server().ref();
    this.explaining = explaining;
    this.advising = advising;
    this.cancel = cancel;
    this.tables = new TableQuestions(session);
    this.transactions = new TransactionQuestions(session);
    this.asked =
        new Asked(
            instance.name(),
            instance.address(),
            session.facts().version(),
            variable("sql_mode").orElse("DEFAULT"),
            chosen.role(),
            chosen.lagS(),
            chosen.why(),
            clock.instant());
  }

  @Override
  public Asked asked() {
    return asked;
  }

  @Override
  public List<String> databases() {
    return session.query(
        "SHOW /* binnacle:review */ DATABASES", row -> row.text(row.columns().getFirst(), ""));
  }

  @Override
  public Optional<LiveTable> table(String schema, String table) {
    return tables.table(schema, table);
  }

  @Override
  public PlanAnswer plan(String database, String sql) {
    PlanAnswer answer = asked(database, sql);
    return answer instanceof PlanAnswer.NotAsked(String why) && why.contains(READ_ONLY)
        ? DmlAsSelect.rows(sql, SqlModes.of(asked.sqlMode()))
            .map(rows -> asked(database, rows))
            .filter(PlanAnswer.Planned.class::isInstance)
            .orElse(answer)
        : answer;
  }

  private PlanAnswer asked(String database, String sql) {
    try {
      Optional<String> in = Optional.of(database).filter(name -> !name.isEmpty());
      return new PlanAnswer.Planned(
          PlanReadings.of(explaining.estimate(instance, Question.of(sql, in), cancel)));
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.") || fault.code().equals(Fault.CANCELLED)) {
        throw fault;
      }
      return answer(fault);
    }
  }

  private static PlanAnswer answer(Fault fault) {
    Matcher numbered = NUMBERED.matcher(fault.detail());
    boolean servers = fault.code().id().startsWith("sql.") && numbered.matches();
    if (servers && !NOT_ITS_FAULT.contains(Integer.parseInt(numbered.group(1)))) {
      return new PlanAnswer.Refused(Integer.parseInt(numbered.group(1)), numbered.group(2));
    }
    return new PlanAnswer.NotAsked(
        servers ? "the server says " + fault.detail() : new Words().of(fault).happened());
  }

  @Override
  public List<IndexProposal> proposals(String database, String sql) {
    Optional<String> in = Optional.of(database).filter(name -> !name.isEmpty());
    return advising.advise(instance, in, sql) instanceof Advice.Given given
        ? given.candidates().stream()
            .map(
                c -> new IndexProposal(c.table(), c.columns(), c.ddl(), String.join(", ", c.why())))
            .toList()
        : List.of();
  }

  @Override
  public List<OpenTransaction> transactions(String schema, String table) {
    return transactions.on(schema, table);
  }

  @Override
  public Optional<String> variable(String name) {
    String what = name.equals("Uptime") ? "STATUS" : "VARIABLES";
    return session
        .query(
            "SHOW /* binnacle:review */ GLOBAL " + what + " WHERE Variable_name = ?",
            row -> row.text("Value", ""),
            name)
        .stream()
        .findFirst();
  }

  @Override
  public DataAnswer unfit(String schema, String table, String column, Fit fit) {
    return tables.unfit(schema, table, column, fit);
  }

  @Override
  public Optional<Distinct> distinct(String schema, String table, List<String> columns, int rows) {
    return tables.distinct(schema, table, columns, rows);
  }

  @Override
  public void close() {
    session.close();
  }
}
