package org.binnacle.explain.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Evidence;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.live.Explained;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// The door to kept plans. Methods block shortly on the state's disk: not for the FX thread.
public final class PlanHistory {
  /// The insight's id of a plan that is not the one of before.
  public static final String CHANGED = "plan.changed";

  /// Plans that are kept; the oldest that nobody pinned go.
  private static final int STAY = 5_000;

  /// Tabs whose plan is remembered.
  private static final int TABS = 100;

  private static final int AT_ONCE = 200;

  private final PlanStore store;
  private volatile boolean shaped;

  public PlanHistory(PlanStore store) {
    this.store = store;
  }

  /// What came of keeping a plan.
  ///
  /// @param kept the plan as it is kept
  /// @param before the newest plan of the same statement on the same instance in the same format
  /// @param changed says that the two do something else; empty where they are alike
  public record Kept(KeptPlan kept, Optional<KeptPlan> before, Optional<Finding> changed) {}

  /// The digest under which a statement's plans are kept; empty for no statement.
  public static String digest(String sql, boolean mariaDb) {
    return sql.isBlank()
        ? ""
        : Fingerprint.of(sql, SqlModes.DEFAULT, mariaDb ? Dialect.MARIADB : Dialect.MYSQL).hash();
  }

  /// Keeps a plan and compares it with the one before it.
  public Kept keep(Explained explained, String name) {
    return keep(KeptPlan.of(explained, name));
  }

  /// Keeps a plan, or puts one back that was removed, and compares it with the one before it.
  public Kept keep(KeptPlan plan) {
    Plan read = plan.plan();
    PlanShape shape = PlanShape.of(read);
    Optional<KeptPlan> before = before(plan, shape);
    store.keep(plan, shape);
    store.prune(STAY);
    return new Kept(plan, before, before.flatMap(old -> changed(old, old.plan(), read)));
  }

  /// Whether a plan is another than the newest that was kept of its statement; keeps nothing.
  public Optional<Finding> changed(Explained explained) {
    KeptPlan plan = KeptPlan.of(explained, "");
    return before(plan, PlanShape.of(explained.plan()))
        .flatMap(old -> changed(old, old.plan(), explained.plan()));
  }

  private Optional<KeptPlan> before(KeptPlan plan, PlanShape shape) {
    return plan.digest().isEmpty()
        ? Optional.empty()
        : store.before(
            plan.digest(), plan.instanceId(), plan.database(), shape.format(), plan.at());
  }

  /// The plan that was kept before one, of the same statement in the same place and format.
  public Optional<KeptPlan> before(KeptPlan plan) {
    return before(plan, PlanShape.of(plan.plan()));
  }

  /// Whether a plan does something else than a kept one.
  public static Optional<Finding> changed(KeptPlan before, Plan old, Plan now) {
    var comparison = Comparison.of(old, now);
    List<Change> changes = comparison.changes().stream().filter(Change::shape).toList();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<String> steps =
        changes.stream().flatMap(change -> change.after().stream()).map(node -> node.id()).toList();
    double cost = comparison.cost().difference().orElse(0);
    return Optional.of(
        new Finding(
            CHANGED,
            Severity.WARNING,
            steps,
            "The plan is not the one that was kept at " + before.at() + ".",
            List.of(
                new Evidence("steps that differ", changes.size()),
                new Evidence("cost more (less)", cost)),
            before.version().isEmpty()
                ? "Compare the two."
                : "Compare the two: an index, statistics, values, variables or the version (then "
                    + before.version()
                    + ") are not what they were."));
  }

  /// The newest first.
  public List<KeptHead> list(PlanSearch search) {
    shape();
    return store.heads(search);
  }

  /// Plans of an older version of this program are looked at once.
  private void shape() {
    while (!shaped) {
      List<KeptPlan> some = store.unshaped(AT_ONCE);
      some.forEach(plan -> store.keep(plan, PlanShape.of(plan.plan())));
      shaped = some.size() < AT_ONCE;
    }
  }

  public Optional<KeptPlan> find(UUID id) {
    return store.find(id);
  }

  /// The plan that a user means: `latest`, the beginning of an id, or a digest, which means its
  /// newest plan.
  ///
  /// @throws Fault with {@link ExplainFaults#NOT_KEPT} or {@link ExplainFaults#AMBIGUOUS}
  public KeptPlan named(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    List<KeptHead> all = list(PlanSearch.ALL.limit(STAY * 2));
    List<KeptHead> found =
        wanted.equals("latest")
            ? all.stream().limit(1).toList()
            : all.stream().filter(one -> one.id().toString().startsWith(wanted)).toList();
    if (wanted.isEmpty() || found.isEmpty()) {
      found = all.stream().filter(one -> one.digest().equals(wanted)).limit(1).toList();
    }
    if (found.size() > 1) {
      throw new Fault(ExplainFaults.AMBIGUOUS, word + ": " + found.size());
    }
    return found.stream()
        .findFirst()
        .flatMap(one -> store.find(one.id()))
        .orElseThrow(() -> new Fault(ExplainFaults.NOT_KEPT, word));
  }

  public void change(UUID id, String name, boolean pinned) {
    store.change(id, name, pinned);
  }

  public void remove(UUID id) {
    store.remove(id);
  }

  /// Remembers what a tab shows, for the next start; it is not kept by that.
  public void show(String tab, KeptPlan plan) {
    store.show(tab, plan.as(UUID.randomUUID(), plan.name()), TABS);
  }

  /// What a tab showed when the window was closed.
  public Optional<KeptPlan> shown(String tab) {
    return store.shown(tab);
  }
}
