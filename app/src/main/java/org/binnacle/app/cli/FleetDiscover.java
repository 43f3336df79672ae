package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.inventory.reach.Discovered;
import org.binnacle.inventory.reach.Discovery;
import org.binnacle.kernel.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet discover`.
@Command(
    name = "discover",
    description = {
      "Find the sources and replicas of an instance, in both directions, with its account.",
      "Shows what it finds; adds it only with --add."
    })
final class FleetDiscover implements Callable<Integer> {
  private final Call call;

  FleetDiscover(Call call) {
    this.call = call;
  }

  @Parameters(paramLabel = "NAME", description = "An instance of the inventory.")
  String name = "";

  @Option(names = "--add", description = "Add what is new, after a question.")
  boolean add;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  @Override
  public Integer call() {
    var inventory = call.house().inventory();
    Discovery discovery = call.house().discovery();
    List<Discovered> found =
        discovery.from(FleetRemove.named(inventory, name), Progress.silent(), call.cancel());
    List<Discovered> fresh = found.stream().filter(one -> !one.known() && one.reached()).toList();
    if (!call.json()) {
      call.print(table(found));
    }
    int added = 0;
    if (add && !fresh.isEmpty()) {
      if (!yes) {
        call.agreed(
            "Add " + fresh.size() + (fresh.size() == 1 ? " instance?" : " instances?"), "added");
      }
      added = discovery.add(fresh);
      call.say("Added " + added + (added == 1 ? " instance" : " instances"));
    } else if (!fresh.isEmpty() && call.terminal().live()) {
      call.say(fresh.size() + " new; --add takes them into the inventory.");
    }
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("found", found.stream().map(FleetDiscover::document).toList());
      document.put("added", added);
      call.document(document);
    }
    return 0;
  }

  private static Table table(List<Discovered> found) {
    var table =
        new Table(
            Column.text("NAME"),
            Column.text("ADDRESS"),
            Column.text("ROLE"),
            Column.text("VERSION"),
            Column.text("INVENTORY"),
            Column.elastic("FOUND AS"));
    for (Discovered one : found) {
      table.row(
          one.instance().name(),
          one.instance().address(),
          one.instance().role(),
          one.version(),
          one.known() ? "known" : new Cell("new", Tone.STRONG),
          one.foundBy() + one.fault().map(fault -> "; " + fault.detail()).orElse(""));
    }
    return table;
  }

  private static Map<String, Object> document(Discovered one) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", Instances.document(one.instance()));
    document.put("known", one.known());
    document.put("reached", one.reached());
    document.put("uuid", one.uuid());
    document.put("version", one.version());
    document.put("sources", one.sources());
    document.put("found_by", one.foundBy());
    document.put("other_names", one.otherNames());
    document.put("code", one.fault().map(fault -> fault.code().id()));
    return document;
  }
}
