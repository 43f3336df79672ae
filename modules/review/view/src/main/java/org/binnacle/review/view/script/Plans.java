package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import org.binnacle.fxkit.FxThread;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.view.Servers;
import org.binnacle.review.view.server.Answers;

/// The ways from statements to their plans, where a server was asked.
record Plans(ReviewModel model, Servers servers) {

  /// @param statement number from 0; -1 for none
  Optional<PlanFacts> of(int statement) {
    return statement(statement).flatMap(StatementReport::plan);
  }

  private Optional<StatementReport> statement(int number) {
    return model
        .reviewed()
        .get()
        .map(r -> r.report().statements())
        .filter(all -> number >= 0 && number < all.size())
        .map(all -> all.get(number));
  }

  /// Opens the plan of a statement.
  ///
  /// @param step that is looked at
  void show(int statement, Optional<String> step) {
    FxThread.check();
    Optional<Answers> answers = model.answers();
    Optional<PlanFacts> plan = of(statement);
    if (answers.isPresent() && plan.isPresent()) {
      var all = model.reviewed().get().orElseThrow().report().statements();
      servers.show(
          new Servers.Shown(
              answers.get().instance(),
              answers.get().memory().asked().version(),
              database(all.subList(0, statement), answers.get().database()),
              all.get(statement).text(),
              plan.get(),
              step));
    }
  }

  /// That of the last USE before a statement.
  private static String database(List<StatementReport> before, String first) {
    return before.reversed().stream()
        .map(StatementReport::text)
        .filter(text -> text.regionMatches(true, 0, "USE ", 0, 4))
        .findFirst()
        .map(text -> text.substring(4).strip().replace("`", ""))
        .orElse(first);
  }

  private static String cost(double cost) {
    return (cost < 100 ? "%,.1f" : "%,.0f").formatted(cost);
  }

  /// `reads about 12,000 rows, cost 1,234.5`
  static String words(PlanFacts plan) {
    return "reads about %,d row%s".formatted(plan.examined(), plan.examined() == 1 ? "" : "s")
        + (plan.cost().isPresent() ? ", cost " + cost(plan.cost().getAsDouble()) : "");
  }
}
