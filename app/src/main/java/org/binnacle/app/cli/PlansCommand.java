package org.binnacle.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.explain.history.KeptHead;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.explain.history.PlanSearch;
import org.binnacle.kernel.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle plans`: plans that were kept.
@Command(
    name = "plans",
    description = "Plans that were kept: list, show, compare, name, pin, export, remove.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle explain shop-1 --database shop --file query.sql --keep 'before the index'",
      "  binnacle plans list --changed",
      "  binnacle plans compare 1f0a22c3",
      "  binnacle plans compare 1f0a22c3 latest"
    })
final class PlansCommand {
  private PlansCommand() {}

  static CommandLine with(Call call) {
    return new CommandLine(new PlansCommand())
        .addSubcommand("list", new ListThem(call))
        .addSubcommand("show", new PlansShow(call))
        .addSubcommand("compare", new PlansCompare(call))
        .addSubcommand("name", new Name(call))
        .addSubcommand("pin", new Pin(call, true))
        .addSubcommand("unpin", new Unpin(call))
        .addSubcommand("export", new PlansExport(call))
        .addSubcommand("remove", new Remove(call));
  }

  /// `binnacle plans list`.
  @Command(name = "list", description = "List kept plans, the newest first; * marks pinned ones.")
  static final class ListThem implements Callable<Integer> {
    private final Call call;

    ListThem(Call call) {
      this.call = call;
    }

    @Option(
        names = "--containing",
        paramLabel = "TEXT",
        description = "Only those with this text in statement, name, instance, database, version.")
    String containing = "";

    @Option(names = "--digest", paramLabel = "DIGEST", description = "Only of this statement.")
    String digest = "";

    @Option(names = "--changed", description = "Only plans that are not the ones before them.")
    boolean changed;

    @Option(names = "--pinned", description = "Only pinned ones.")
    boolean pinned;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    int limit = 50;

    @Override
    public Integer call() {
      if (limit < 1) {
        throw new Fault(CliFaults.USAGE, "binnacle plans list: --limit takes 1 or more");
      }
      List<KeptHead> plans =
          call.house().plans().list(new PlanSearch(containing, digest, changed, pinned, limit));
      if (call.json()) {
        call.document(Map.of("plans", plans.stream().map(PlansView::document).toList()));
      } else if (!plans.isEmpty()) {
        call.print(PlansView.table(plans));
      } else if (call.terminal().live()) {
        call.say(
            containing.isEmpty() && digest.isEmpty() && !changed && !pinned
                ? "No plan is kept. binnacle explain TARGET --sql TEXT --keep keeps one."
                : "No kept plan is like that.");
      }
      return 0;
    }
  }

  /// `binnacle plans name`.
  @Command(name = "name", description = "Give a kept plan a name; an empty one takes it away.")
  static final class Name implements Callable<Integer> {
    private final Call call;

    Name(Call call) {
      this.call = call;
    }

    @Parameters(index = "0", paramLabel = "PLAN", description = "The first characters of an id.")
    String id = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "Such as 'before the index'.")
    String name = "";

    @Override
    public Integer call() {
      KeptPlan plan = call.house().plans().named(id);
      call.house().plans().change(plan.id(), name.strip(), plan.pinned());
      return done(call, List.of(plan), name.isBlank() ? "Unnamed" : "Named");
    }
  }

  /// `binnacle plans pin`.
  @Command(name = "pin", description = "Pin plans: they are not removed by age.")
  static class Pin implements Callable<Integer> {
    private final Call call;
    private final boolean pinned;

    Pin(Call call, boolean pinned) {
      this.call = call;
      this.pinned = pinned;
    }

    @Parameters(
        paramLabel = "PLAN",
        arity = "1..*",
        description = "The first characters of an id, a digest (its newest), or latest.")
    List<String> ids = List.of();

    @Override
    public Integer call() {
      List<KeptPlan> all = ids.stream().map(call.house().plans()::named).toList();
      all.forEach(plan -> call.house().plans().change(plan.id(), plan.name(), pinned));
      return done(call, all, pinned ? "Pinned" : "Unpinned");
    }
  }

  /// `binnacle plans unpin`.
  @Command(name = "unpin", description = "Take pins off.")
  static final class Unpin extends Pin {
    Unpin(Call call) {
      super(call, false);
    }
  }

  private static int done(Call call, List<KeptPlan> plans, String verb) {
    if (call.json()) {
      call.document(
          Map.of(verb.toLowerCase(Locale.ROOT), plans.stream().map(KeptPlan::id).toList()));
    } else {
      plans.forEach(plan -> call.say(verb + " " + plan.id().toString().substring(0, 8)));
    }
    return 0;
  }

  /// `binnacle plans remove`.
  @Command(name = "remove", description = "Remove kept plans. Nothing on a server changes.")
  static final class Remove implements Callable<Integer> {
    private final Call call;

    Remove(Call call) {
      this.call = call;
    }

    @Parameters(paramLabel = "PLAN", arity = "1..*", description = "The first characters of an id.")
    List<String> ids = List.of();

    @Option(
        names = {"-y", "--yes"},
        description = "Do not ask.")
    boolean yes;

    @Override
    public Integer call() {
      PlanHistory history = call.house().plans();
      List<KeptPlan> all = ids.stream().map(history::named).distinct().toList();
      if (!yes) {
        call.agreed(
            "Remove "
                + String.join(
                    ", ", all.stream().map(one -> one.id().toString().substring(0, 8)).toList())
                + "? There is no way back.",
            "removed");
      }
      all.forEach(one -> history.remove(one.id()));
      return done(call, all, "Removed");
    }
  }
}
