package org.binnacle.diagnosis.view.incident;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Writes an incident where the user wants it.
final class IncidentExport {
  private IncidentExport() {}

  /// @param anywhere a node of the window
  static void ask(Kit kit, Incident incident, Mask mask, Node anywhere) {
    kit.choosers()
        .save(
            anywhere.getScene().getWindow(),
            "Export the incident",
            "incident-" + incident.id().substring(0, 8) + ".html",
            List.of(
                Choosers.Kind.of("Web pages", "*.html"),
                Choosers.Kind.of("JSON files", "*.json"),
                Choosers.Kind.of("Markdown files", "*.md")))
        .ifPresent(to -> write(kit, incident, mask, to, anywhere));
  }

  private static void write(Kit kit, Incident incident, Mask mask, Path to, Node anywhere) {
    kit.tasks()
        .start(
            "Export an incident to " + to.getFileName(),
            (progress, cancel) -> {
              kit.incidents().orElseThrow().export(incident, to, mask);
              return to;
            },
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                Toasts.show(anywhere, Severity.OK, "Written to " + written);
              }
            });
  }
}
