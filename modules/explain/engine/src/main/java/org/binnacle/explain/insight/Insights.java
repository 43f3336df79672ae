package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.binnacle.explain.Plan;

/// The insights that Binnacle has, and the way to ask them all.
public final class Insights {
  private static final List<Insight> SHIPPED =
      List.of(
          new FullScan(),
          new FullIndexScan(),
          new FilterAfterScan(),
          new UnindexedJoin(),
          new LargeHashJoin(),
          new BlockNestedLoop(),
          new CartesianProduct(),
          new LargeSort(),
          new SortSpill(),
          new TemporaryTable(),
          new DerivedNotPushed(),
          new DependentSubquery(),
          new UncacheableSubquery(),
          new Misestimate(),
          new IndexIntersection(),
          new LongRangeList(),
          new ReplannedEachRow(),
          new LowSelectivityIndex(),
          new NotCovering(),
          new BackwardScan(),
          new SkipScan(),
          new ImplicitConversion(),
          new FunctionOnColumn(),
          new LeadingWildcard(),
          new OrWithoutMerge(),
          new LargeOffset(),
          new LimitUnordered(),
          new SelectStar(),
          new NoRowsPossible(),
          new NoPruning(),
          new SecondaryEngine(),
          new StalePlan(),
          new ForcedIndex(),
          new RepeatedMaterialization(),
          new LargeDeduplication(),
          new JoinOrder(),
          new OptimizerSwitch(),
          new OtherEngine(),
          new TimeConcentrated(),
          new EstimateOnly());

  private Insights() {}

  public static List<Insight> shipped() {
    return SHIPPED;
  }

  /// What all insights find in a plan, worst first.
  public static List<Finding> of(Plan plan, Facts facts) {
    return of(plan, facts, Thresholds.shipped());
  }

  /// What all insights find in a plan with other thresholds, worst first.
  public static List<Finding> of(Plan plan, Facts facts, Thresholds thresholds) {
    Look look = Look.at(plan, facts, thresholds);
    var found = new ArrayList<Finding>();
    SHIPPED.forEach(insight -> found.addAll(insight.look(look)));
    found.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(found);
  }
}
