package org.binnacle.explain.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.explain.history.PlanShape;
import org.binnacle.explain.history.PlanStore;

/// Kept plans in memory: what the state module does on disk, for screens.
public final class MemoryPlans implements PlanStore {
  private final Map<UUID, KeptPlan> kept = new ConcurrentHashMap<>();
  private final Map<String, KeptPlan> tabs = new ConcurrentHashMap<>();

  @Override
  public void keep(KeptPlan plan, PlanShape shape) {
    kept.put(plan.id(), plan);
  }

  @Override
  public Optional<KeptPlan> find(UUID id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public List<KeptHead> heads(PlanSearch search) {
    String wanted = search.containing().toLowerCase(Locale.ROOT);
    var heads = new ArrayList<KeptHead>();
    for (KeptPlan plan : kept.values()) {
      PlanShape shape = PlanShape.of(plan.plan());
      Optional<KeptPlan> before =
          before(plan.digest(), plan.instanceId(), plan.database(), shape.format(), plan.at())
              .filter(old -> !plan.digest().isEmpty())
              .filter(old -> !PlanShape.of(old.plan()).hash().equals(shape.hash()));
      boolean fits =
          (plan.statement() + plan.name() + plan.instance())
                  .toLowerCase(Locale.ROOT)
                  .contains(wanted)
              && (search.digest().isEmpty() || search.digest().equals(plan.digest()))
              && (!search.changed() || before.isPresent())
              && (!search.pinned() || plan.pinned());
      if (fits) {
        heads.add(
            new KeptHead(
                plan.id(),
                plan.at(),
                plan.digest(),
                plan.statement(),
                plan.instanceId(),
                plan.instance(),
                plan.database(),
                plan.version(),
                plan.origin(),
                plan.name(),
                plan.pinned(),
                shape,
                before.map(KeptPlan::id),
                before.map(KeptPlan::at)));
      }
    }
    heads.sort(Comparator.comparing(KeptHead::at).reversed());
    return heads.stream().limit(search.limit()).toList();
  }

  @Override
  public Optional<KeptPlan> before(
      String digest, String instanceId, String database, String format, Instant at) {
    return kept.values().stream()
        .filter(plan -> plan.digest().equals(digest))
        .filter(plan -> plan.instanceId().equals(instanceId))
        .filter(plan -> plan.database().equals(database))
        .filter(plan -> plan.at().isBefore(at))
        .filter(plan -> plan.plan().format().name().equals(format))
        .max(Comparator.comparing(KeptPlan::at));
  }

  @Override
  public void change(UUID id, String name, boolean pinned) {
    kept.computeIfPresent(
        id,
        (same, plan) ->
            new KeptPlan(
                id,
                plan.at(),
                plan.digest(),
                plan.statement(),
                plan.instanceId(),
                plan.instance(),
                plan.database(),
                plan.version(),
                plan.origin(),
                plan.raw(),
                plan.beside(),
                name,
                pinned));
  }

  @Override
  public void remove(UUID id) {
    kept.remove(id);
  }

  @Override
  public void prune(int stay) {
    // A test keeps few.
  }

  @Override
  public void show(String tab, KeptPlan plan, int most) {
    tabs.put(tab, plan);
  }

  @Override
  public Optional<KeptPlan> shown(String tab) {
    return Optional.ofNullable(tabs.get(tab));
  }

  @Override
  public List<KeptPlan> unshaped(int limit) {
    return List.of();
  }
}
