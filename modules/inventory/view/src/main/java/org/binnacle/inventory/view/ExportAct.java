package org.binnacle.inventory.view;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.ErrorSheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.exchange.Export;
import org.binnacle.inventory.exchange.FileKind;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Export to a file that the user names; its ending says the kind.
final class ExportAct {
  private static final List<Choosers.Kind> KINDS =
      List.of(
          Choosers.Kind.of("YAML", "*.yaml"),
          Choosers.Kind.of("CSV", "*.csv"),
          Choosers.Kind.of("JSON", "*.json"));

  private ExportAct() {}

  static void run(FleetSheets.Ports ports, Node anywhere, List<Instance> instances) {
    ports
        .choosers()
        .save(anywhere.getScene().getWindow(), "Export instances", "inventory.yaml", KINDS)
        .ifPresent(path -> write(ports, anywhere, instances, path));
  }

  private static void write(
      FleetSheets.Ports ports, Node anywhere, List<Instance> instances, Path path) {
    ports
        .tasks()
        .start(
            "Export " + instances.size() + " instances",
            (progress, cancel) -> {
              Export.write(FileKind.of(path), path, instances, ports.inventory().environments());
              return path;
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Ok<Path> ok ->
                    Toasts.show(anywhere, Severity.OK, "Exported to " + ok.value());
                case Outcome.Failed<Path> failed ->
                    ErrorSheet.open(anywhere, failed.fault(), ports.words());
              }
            });
  }
}
