package org.binnacle.review.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.binnacle.kernel.Fault;

/// A probe that keeps what it was told. Once {@link #close closed} it answers from memory alone, so
/// that a text that is edited is reviewed again without asking the server for each letter:
/// statements that are as they were keep their plans, others have none until somebody asks anew.
/// From any thread; while it is open, for one review.
public final class Remembered implements LiveProbe {
  private final LiveProbe probe;
  private final Asked asked;
  private final Map<List<Object>, Object> answers = new ConcurrentHashMap<>();
  private final Set<String> unasked = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  /// @param probe closed with this
  public Remembered(LiveProbe probe) {
    this.probe = probe;
    this.asked = probe.asked();
  }

  @Override
  public Asked asked() {
    return asked;
  }

  /// Whether a plan was asked for that nobody had asked the server for while it could be.
  public boolean isBehind() {
    return !unasked.isEmpty();
  }

  /// Forgets what {@link #isBehind} is about, before another text is looked at.
  public void beginText() {
    unasked.clear();
  }

  @Override
  public List<String> databases() {
    return known(List.of("databases"), probe::databases, List.of());
  }

  /// A table that was never asked for is there, and nobody knows its columns.
  @Override
  public Optional<LiveTable> table(String schema, String table) {
    return known(
        List.of("table", schema, table),
        () -> probe.table(schema, table),
        Optional.of(LiveTable.unseen(schema, table)));
  }

  @Override
  public PlanAnswer plan(String database, String sql) {
    List<Object> key = List.of("plan", database, sql);
    if (!open && !answers.containsKey(key)) {
      unasked.add(sql);
    }
    return known(
        key,
        () -> probe.plan(database, sql),
        new PlanAnswer.NotAsked("it is not as it was when " + asked.name() + " was asked"));
  }

  @Override
  public List<IndexProposal> proposals(String database, String sql) {
    return known(
        List.of("proposals", database, sql), () -> probe.proposals(database, sql), List.of());
  }

  @Override
  public List<OpenTransaction> transactions(String schema, String table) {
    return known(
        List.of("transactions", schema, table), () -> probe.transactions(schema, table), List.of());
  }

  @Override
  public Optional<String> variable(String name) {
    return known(List.of("variable", name), () -> probe.variable(name), Optional.empty());
  }

  @Override
  public DataAnswer unfit(String schema, String table, String column, Fit fit) {
    return known(
        List.of("unfit", schema, table, column, fit),
        () -> probe.unfit(schema, table, column, fit),
        new DataAnswer.NotKnown("not asked"));
  }

  @Override
  public Optional<Distinct> distinct(String schema, String table, List<String> columns, int rows) {
    return known(
        List.of("distinct", schema, table, columns, rows),
        () -> probe.distinct(schema, table, columns, rows),
        Optional.empty());
  }

  @SuppressWarnings("unchecked") // the key's first word says which question it is
  private <T> T known(List<Object> key, Supplier<T> ask, T or) {
    Object known = answers.get(key);
    if (known instanceof Fault refused) {
      throw refused;
    }
    if (known != null) {
      return (T) known;
    }
    if (!open) {
      return or;
    }
    try {
      T told = ask.get();
      answers.put(key, told);
      return told;
    } catch (Fault refused) {
      boolean ends =
          refused.code().id().startsWith("connect.") || refused.code().equals(Fault.CANCELLED);
      if (!ends) {
        answers.put(key, refused);
      }
      throw refused;
    }
  }

  @Override
  public void close() {
    open = false;
    probe.close();
  }
}
