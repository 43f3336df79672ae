package org.binnacle.explain.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Evidence;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.worksheet.Masked;
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

  private final PlanStore store;

  public PlanHistory(PlanStore store) {
    this.store = store;
  }

  /// What came of keeping a plan.
  ///
  /// @param kept the plan as it is kept
  /// @param before the newest plan of the same statement on the same instance in the same format
  /// @param changed says that the two do something else; empty where they are alike
  public record Kept(KeptPlan kept, Optional<KeptPlan> before, Optional<Finding> changed) {}

  /// The digest under which a statement's plans are kept.
  public static String digest(String sql, boolean mariaDb) {
    return Fingerprint.of(sql, SqlModes.DEFAULT, mariaDb ? Dialect.MARIADB : Dialect.MYSQL).hash();
  }

  /// Keeps a plan and compares it with the one before it.
  public Kept keep(Explained explained, String name) {
    String digest = digest(explained.sql(), explained.version().contains("MariaDB"));
    Optional<KeptPlan> before = before(explained, digest);
    var plan =
        new KeptPlan(
            UUID.randomUUID(),
            explained.at(),
            digest,
            Masked.of(explained.sql()),
            explained.instance().id(),
            explained.instance().name(),
            explained.database().orElse(""),
            explained.version(),
            explained.origin().name(),
            explained.plan().raw(),
            name,
            false);
    store.keep(plan);
    store.prune(STAY);
    return new Kept(
        plan, before, before.flatMap(old -> changed(old, old.plan(), explained.plan())));
  }

  private Optional<KeptPlan> before(Explained explained, String digest) {
    return store.of(digest).stream()
        .filter(
            kept ->
                kept.instanceId().equals(explained.instance().id())
                    && kept.database().equals(explained.database().orElse(""))
                    && kept.plan().format() == explained.plan().format())
        .findFirst();
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

  public List<KeptPlan> newest(String containing, int limit) {
    return store.newest(containing, limit);
  }

  /// The plans of a statement, the newest first.
  public List<KeptPlan> of(String digest) {
    return store.of(digest);
  }

  public Optional<KeptPlan> find(UUID id) {
    return store.find(id);
  }

  public void name(KeptPlan plan, String name) {
    store.change(plan.id(), name, plan.pinned());
  }

  public void pin(KeptPlan plan, boolean pinned) {
    store.change(plan.id(), plan.name(), pinned);
  }

  public void remove(UUID id) {
    store.remove(id);
  }
}
