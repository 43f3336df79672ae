package org.binnacle.explain.read;

import org.binnacle.explain.Role;

/// Lines of a tree that are no steps of their own but say what the step below them is for.
final class Headings {
  private Headings() {}

  /// Whether the line goes into the steps below it instead of becoming a step.
  static boolean dropped(String label) {
    return label.equals("Hash")
        || label.equals("Batch input rows")
        || label.equals("Repeat until convergence")
        || label.equals("Disable deduplication")
        || label.startsWith("Clustered primary key (scanned separately)")
        || label.startsWith("Limit table size:");
  }

  /// Whether it heads a subquery in the select list.
  static boolean projected(String label) {
    return label.startsWith("Select #") && label.contains("subquery in projection");
  }

  static void apply(String label, Draft child) {
    if (label.equals("Hash") || label.equals("Batch input rows")) {
      child.role = Role.BUILD;
    }
    child.details.merge("heading", label, (older, newer) -> newer + "; " + older);
  }
}
