package org.binnacle.explain.view.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.binnacle.explain.history.Beside;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.worksheet.Masked;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;

/// Plans on the screen as they are kept, and back. Reading a plan takes its time: off the FX
/// thread.
public final class Papers {
  private Papers() {}

  /// @param name given by the user; may be empty
  public static KeptPlan of(Opened plan, String name) {
    About about = plan.about();
    String sql = about.sql().isEmpty() ? plan.plan().rewritten().orElse("") : about.sql();
    return new KeptPlan(
        UUID.randomUUID(),
        about.at().orElseGet(Instant::now),
        PlanHistory.digest(sql, about.version().contains("MariaDB")),
        Masked.of(sql),
        about.instance().map(InstanceRef::id).orElse(""),
        about.instance().map(InstanceRef::name).orElse(about.name()),
        about.database(),
        about.version(),
        Origins.kept(about.origin()),
        plan.plan().raw(),
        beside(about).text(),
        name,
        false);
  }

  /// What was known beside the plan.
  public static Beside beside(About about) {
    return new Beside(about.warnings(), about.tables(), about.facts().variables());
  }

  /// @param instances finds an instance of the fleet by its id
  public static Opened open(KeptPlan kept, Function<String, Optional<InstanceRef>> instances) {
    Beside beside = Beside.read(kept.beside());
    Optional<InstanceRef> instance =
        kept.instanceId().isEmpty()
            ? Optional.empty()
            : instances.apply(kept.instanceId()).or(() -> Optional.of(gone(kept)));
    return Opened.of(
        kept.plan(),
        new About(
            kept.instance(),
            kept.statement(),
            instance,
            kept.database(),
            kept.version(),
            Optional.of(kept.at()),
            Origins.words(kept.origin()),
            beside.warnings(),
            beside.tables(),
            kept.facts()));
  }

  /// An instance that the fleet has no more, by the name that it had.
  private static InstanceRef gone(KeptPlan kept) {
    return new InstanceRef(
        kept.instanceId(), kept.instance(), "not in the fleet now", "", "grey", Safety.CAREFUL, "");
  }
}
