package org.binnacle.explain.insight;

import java.util.List;

/// One thing to see in plans. Stateless.
public interface Insight {

  /// Stable and dotted, such as `join.no-index`.
  String id();

  /// What it finds here; empty where nothing is worth saying. Never throws for any plan.
  List<Finding> look(Look look);
}
