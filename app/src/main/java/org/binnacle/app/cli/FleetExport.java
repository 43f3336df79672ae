package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.exchange.Export;
import org.binnacle.inventory.exchange.FileKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle fleet export`.
@Command(
    name = "export",
    description = "Write the inventory as YAML, CSV or JSON. No password is ever in it.")
final class FleetExport implements Callable<Integer> {
  private final Call call;

  FleetExport(Call call) {
    this.call = call;
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to; standard output where none is given.")
  @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "KIND",
      description = "yaml, csv or json; by the file's name otherwise, yaml without one.")
  @Nullable String format;

  @Option(names = "--where", paramLabel = "SELECTOR", description = "Only those that this selects.")
  String where = "";

  @Override
  public Integer call() {
    var inventory = call.house().inventory();
    List<Instance> instances = inventory.search(where);
    Path to = file;
    FileKind kind = kind(to);
    if (to == null) {
      call.terminal().out().print(Export.text(kind, instances, inventory.environments()));
      return 0;
    }
    Export.write(kind, to, instances, inventory.environments());
    if (call.json()) {
      call.document(Map.of("exported", instances.size(), "file", to.toString()));
    } else {
      call.say(
          "Wrote "
              + instances.size()
              + (instances.size() == 1 ? " instance" : " instances")
              + " to "
              + to);
    }
    return 0;
  }

  private FileKind kind(@Nullable Path to) {
    String chosen = format;
    if (chosen != null) {
      return FileKind.of(chosen);
    }
    return to != null ? FileKind.of(to) : call.json() ? FileKind.JSON : FileKind.YAML;
  }
}
