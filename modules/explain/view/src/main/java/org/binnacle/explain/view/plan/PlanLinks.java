package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;

/// Where a plan leads on to: index advice for its statement, and a review of it where the window
/// has one. On the FX thread.
final class PlanLinks {
  /// Insights whose answer may be an index; each id is one of a shipped insight.
  static final Set<String> INDEXED =
      Set.of(
          "scan.table",
          "scan.index",
          "scan.filtered-late",
          "join.no-index",
          "join.hash-large",
          "join.block-nested-loop",
          "sort.filesort",
          "sort.spill",
          "temp.table",
          "index.intersection",
          "index.low-selectivity",
          "index.not-covering",
          "index.skip-scan",
          "index.backward",
          "range.replanned",
          "condition.or",
          "limit.offset",
          "subquery.dependent",
          "time.concentrated");

  private final Kit kit;
  private final ExplainPanels panels;
  private final PlanModel model;

  /// One way on.
  ///
  /// @param words what its button says
  record Link(String icon, String words, Runnable go) {}

  PlanLinks(Kit kit, ExplainPanels panels, PlanModel model) {
    this.kit = kit;
    this.panels = panels;
    this.model = model;
  }

  /// Whether this run can advise indexes.
  boolean advises() {
    return kit.live().isPresent();
  }

  /// Whether the window can review a statement.
  boolean reviews() {
    return kit.doors().review().isPresent();
  }

  /// Whether the statement of the plan is known.
  boolean known() {
    return statement().isPresent();
  }

  private Optional<About> statement() {
    return model.opened().get().map(Opened::about).filter(about -> !about.sql().isBlank());
  }

  /// Index advice for the statement of this plan; the page for it where the statement is not known.
  void advise() {
    model
        .opened()
        .get()
        .map(Opened::about)
        .filter(about -> advises())
        .ifPresent(about -> panels.advise(about.instance(), about.database(), about.sql()));
  }

  /// A review of the statement of this plan.
  void review() {
    Optional<Consumer<String>> review = kit.doors().review();
    statement().ifPresent(about -> review.ifPresent(open -> open.accept(about.sql())));
  }

  /// Where a finding leads on to; none where the statement is not known.
  List<Link> of(Finding finding) {
    var links = new ArrayList<Link>();
    if (known() && advises() && INDEXED.contains(finding.insight())) {
      links.add(new Link("mdi2l-lightbulb-on-outline", "Ask for index advice", this::advise));
    }
    if (known() && reviews()) {
      links.add(new Link("mdi2t-text-box-check-outline", "Review this statement", this::review));
    }
    return links;
  }
}
