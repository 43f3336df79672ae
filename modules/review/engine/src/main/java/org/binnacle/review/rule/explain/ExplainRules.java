package org.binnacle.review.rule.explain;

import java.util.List;
import org.binnacle.review.Rule;

/// The rules of this family, by id.
public final class ExplainRules {
  private ExplainRules() {}

  public static List<Rule> all() {
    return List.of(
        new AccessLevel(),
        new BlockNestedLoop(),
        new CostOver(),
        new DependentSubquery(),
        new Filesort(),
        new FullIndexScan(),
        new FullScan(),
        new IndexMerge(),
        new NoKey(),
        new PartitionAll(),
        new Rows(),
        new Selectivity(),
        new SkipScan(),
        new SuggestIndex(),
        new Temporary());
  }
}
