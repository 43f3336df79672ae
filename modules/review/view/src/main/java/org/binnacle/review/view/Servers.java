package org.binnacle.review.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.live.LiveProbe;
import org.binnacle.review.live.PlanFacts;

/// The servers that a review may ask. The window implements it over the inventory.
public interface Servers {

  /// What can be chosen: clusters, then instances, by name. On the FX thread, from memory.
  List<Target> targets();

  /// Which server would be asked: of a cluster the read-only replica that lags least, of an
  /// instance itself or a replica of its cluster. Blocks; bounded.
  ///
  /// @param target name of a cluster or an instance, or `mysql://user@host:port`
  /// @param sourceToo whether one that takes writes may be asked
  /// @throws Fault with {@link ReviewFaults#NO_REPLICA} where nobody may be asked
  Picked pick(String target, boolean sourceToo, Cancel cancel);

  /// Shows a plan that a review was told. On the FX thread.
  void show(Shown plan);

  /// @param words beside the name, such as `cluster of 3` or an address
  /// @param colour of its environment, a token; empty for none
  /// @param environment empty for none
  record Target(String name, boolean cluster, String words, String environment, String colour) {}

  /// The server that was found.
  interface Picked {
    InstanceRef instance();

    String version();

    /// `replica`, `read-only` or `source`
    String role();

    boolean takesWrites();

    /// Seconds behind its source; empty where nobody knows.
    OptionalLong lagS();

    /// Why this one, such as `lags least of cluster shop`.
    String why();

    /// The others and why they were not taken.
    List<String> passed();

    /// Begins to ask it, read-only and bounded. Blocks.
    LiveProbe open(Cancel cancel);
  }

  /// A plan on its way to the screen of plans.
  ///
  /// @param database in which it was planned; empty for none
  /// @param sql the statement as the script has it
  /// @param step that is looked at; empty for none
  record Shown(
      InstanceRef instance,
      String version,
      String database,
      String sql,
      PlanFacts facts,
      Optional<String> step) {}

  /// There is none.
  static Servers none() {
    return new Servers() {
      @Override
      public List<Target> targets() {
        return List.of();
      }

      @Override
      public Picked pick(String target, boolean sourceToo, Cancel cancel) {
        throw new Fault(ReviewFaults.NO_SUCH_TARGET, target);
      }

      @Override
      public void show(Shown plan) {}
    };
  }
}
