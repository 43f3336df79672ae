package org.binnacle.explain.insight;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.kernel.Severity;

/// The plan runs on a secondary engine.
final class SecondaryEngine implements Insight {

  @Override
  public String id() {
    return "engine.secondary";
  }

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> node.has(Flag.SECONDARY_ENGINE),
        node ->
            Finding.at(
                this,
                Severity.NOTICE,
                node,
                "This part runs on the secondary engine ("
                    + node.traits().detail("secondary_engine").orElse("HeatWave")
                    + ").",
                "Its costs do not compare with InnoDB's. SET use_secondary_engine = OFF shows the plan without it.",
                new Evidence("rows", PlanTree.rows(node).orElse(0))));
  }
}
