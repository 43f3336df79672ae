package org.binnacle.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.inventory.Instance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle fleet list`.
@Command(
    name = "list",
    description = "List instances by name.",
    footerHeading = "%nFor example:%n",
    footer = {"  binnacle fleet list --where 'env:production role:replica tag:shop -region:eu*'"})
final class FleetList implements Callable<Integer> {
  private final Call call;

  FleetList(Call call) {
    this.call = call;
  }

  @Option(
      names = "--where",
      paramLabel = "SELECTOR",
      description = "Only those that this selects: words, field:value, -field:value; * for any.")
  String where = "";

  @Override
  public Integer call() {
    var inventory = call.house().inventory();
    List<Instance> instances = inventory.search(where);
    if (call.json()) {
      call.document(Map.of("instances", instances.stream().map(Instances::document).toList()));
    } else if (!instances.isEmpty()) {
      call.print(Instances.table(inventory, instances));
    } else if (call.terminal().live()) {
      call.say(
          where.isEmpty()
              ? "No instances yet. Add one: binnacle fleet add NAME mysql://user@host:port"
              : "No instance is selected by " + where);
    }
    return 0;
  }
}
