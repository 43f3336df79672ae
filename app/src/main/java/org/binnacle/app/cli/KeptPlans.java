package org.binnacle.app.cli;

import java.util.List;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.kernel.Fault;

/// `binnacle explain --history`: a list, or the newest plan of one statement and what changed since
/// the one before it.
final class KeptPlans {
  private static final int LISTED = 50;
  private final Call call;

  KeptPlans(Call call) {
    this.call = call;
  }

  /// @param wanted a digest, or a text to look for; empty for all
  int show(String wanted, PlanOutput output, PlanForm form) {
    PlanHistory history = call.house().plans();
    List<KeptHead> plans =
        wanted.isEmpty() ? List.of() : history.list(PlanSearch.ALL.of(wanted).limit(1));
    if (!plans.isEmpty()) {
      KeptPlan newest = history.named(plans.getFirst().id().toString());
      output.tell(call, form, PlansView.told(newest, history.before(newest)));
      return 0;
    }
    List<KeptHead> found = history.list(PlanSearch.ALL.containing(wanted).limit(LISTED));
    if (found.isEmpty()) {
      throw new Fault(CliFaults.NO_KEPT, wanted.isEmpty() ? "no plan" : "no plan of " + wanted);
    }
    if (call.json()) {
      call.document(found.stream().map(PlansView::document).toList());
    } else {
      call.print(PlansView.table(found));
    }
    return 0;
  }
}
