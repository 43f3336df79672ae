package org.binnacle.review.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.review.Subject;
import org.binnacle.sql.TableNames;

/// What a review has asked of a server, each thing once, within its limits. For one thread.
public final class Live {
  private final LiveProbe probe;
  private final LiveLimits limits;
  private final Cancel cancel;
  private final long began = System.nanoTime();
  private final Map<String, Optional<LiveTable>> tables = new HashMap<>();
  private final Map<String, List<OpenTransaction>> transactions = new HashMap<>();
  private final Map<String, Optional<String>> variables = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private int plans;

  public Live(LiveProbe probe, LiveLimits limits, Cancel cancel) {
    this.probe = probe;
    this.limits = limits;
    this.cancel = cancel;
  }

  public Asked asked() {
    return probe.asked();
  }

  public List<String> databases() {
    return probe.databases();
  }

  /// What was not asked or not answered, in sentences.
  public List<String> notes() {
    return List.copyOf(notes);
  }

  public int plans() {
    return plans;
  }

  /// The table on the server, as it was before the script.
  public Optional<LiveTable> table(String schema, String name) {
    String key = key(schema, name);
    Optional<LiveTable> known = tables.get(key);
    if (known == null) {
      known = asks() ? asked(schema, name) : Optional.empty();
      tables.put(key, known);
    }
    return known;
  }

  /// A table that the server does not tell of for now is there, and nobody knows its columns: taken
  /// for missing, it would be an error of the script.
  private Optional<LiveTable> asked(String schema, String name) {
    try {
      return probe.table(schema, name);
    } catch (Fault fault) {
      noted(fault);
      return Optional.of(LiveTable.unseen(schema, name));
    }
  }

  public List<OpenTransaction> transactions(String schema, String name) {
    if (!probe.asked().role().equals("source")) {
      notes.add(
          "Open transactions are those of %s: the source has its own.".formatted(asked().name()));
    }
    return asks()
        ? transactions.computeIfAbsent(
            key(schema, name), k -> answer(() -> probe.transactions(schema, name)))
        : List.of();
  }

  public Optional<String> variable(String name) {
    return variables.computeIfAbsent(
        name, n -> asks() ? answer(() -> probe.variable(n)) : Optional.empty());
  }

  public DataAnswer unfit(String schema, String name, String column, Fit fit) {
    return asks()
        ? answer(() -> probe.unfit(schema, name, column, fit))
        : new DataAnswer.NotKnown("the review's time was over");
  }

  public Optional<Distinct> distinct(String schema, String name, List<String> columns, int rows) {
    return asks() ? answer(() -> probe.distinct(schema, name, columns, rows)) : Optional.empty();
  }

  public List<IndexProposal> proposals(String database, String sql) {
    return asks() ? answer(() -> probe.proposals(database, sql)) : List.of();
  }

  /// The plan of a statement, unless the script has changed a table of it before: the server would
  /// answer for tables that will be others by then.
  public PlanAnswer plan(Subject s) {
    List<TableNames.Named> named = TableNames.of(s.text(), s.target().modes());
    for (TableNames.Named one : named) {
      if (changed.contains(key(one.schema().orElse(s.schema().database()), one.table()))) {
        return notAsked("the script changes " + one.table() + " before it is used", s);
      }
    }
    if (plans >= limits.plans()) {
      notes.add("Only the first %,d statements were explained.".formatted(limits.plans()));
      return new PlanAnswer.NotAsked("the review's number of plans was reached");
    }
    if (!asks()) {
      return new PlanAnswer.NotAsked("the review's time was over");
    }
    plans++;
    PlanAnswer answer = plan(s.schema().database(), s.text());
    if (answer instanceof PlanAnswer.NotAsked(String why)) {
      return notAsked(why, s);
    }
    return answer;
  }

  private PlanAnswer plan(String database, String sql) {
    try {
      return probe.plan(database, sql);
    } catch (Fault fault) {
      noted(fault);
      return new PlanAnswer.NotAsked("the server did not answer");
    }
  }

  private PlanAnswer notAsked(String why, Subject s) {
    notes.add("No plan of the statement in line %d: %s.".formatted(s.statement().line(), why));
    return new PlanAnswer.NotAsked(why);
  }

  /// From here on the server's word on the tables of this statement is not the script's.
  public void follow(Subject s) {
    s.ddl()
        .ifPresent(
            ddl ->
                Named.tables(ddl)
                    .forEach(
                        t -> changed.add(key(t.schema().orElse(s.schema().database()), t.name()))));
  }

  private boolean asks() {
    cancel.check();
    boolean late = System.nanoTime() - began > limits.time().toNanos();
    if (late) {
      notes.add(
          "The server was asked for %d s; what came behind was not asked."
              .formatted(limits.time().toSeconds()));
    }
    return !late;
  }

  /// What a rule wants to know. One question that fails ends the rule that asked it, which is told
  /// as not run; a lost connection ends the review.
  private <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (Fault fault) {
      noted(fault);
      throw Unanswered.of(fault);
    }
  }

  private void noted(Fault fault) {
    if (fault.code().id().startsWith("connect.") || fault.code().equals(Fault.CANCELLED)) {
      throw fault;
    }
    notes.add("The server did not answer a question (" + Untold.words(fault) + ").");
  }

  private static String key(String schema, String name) {
    return schema.toLowerCase(Locale.ROOT) + "." + name.toLowerCase(Locale.ROOT);
  }
}
