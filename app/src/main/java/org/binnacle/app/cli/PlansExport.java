package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.binnacle.explain.drawing.Drawing;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.history.PlanHistory;
import org.binnacle.kernel.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle plans export`.
@Command(
    name = "export",
    description = {
      "Write a plan as a web page, JSON, Markdown or text, or draw it as SVG or PNG.",
      "Nothing is masked."
    })
final class PlansExport implements Callable<Integer> {
  private final Call call;

  PlansExport(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "PLAN",
      description = "The first characters of an id, a digest (its newest), or latest.")
  String id = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = ".html, .json, .md, .txt, .svg or .png")
  Path file = Path.of("plan.html");

  @Option(names = "--flame", description = ".svg and .png: the flame in place of the diagram.")
  boolean flame;

  @Option(names = "--dark", description = ".svg and .png: in the colours of the dark theme.")
  boolean dark;

  @Override
  public Integer call() {
    PlanForm form =
        PlanForm.ofFile(file)
            .orElseThrow(() -> misuse("the file ends with .html, .json, .md, .txt, .svg or .png"));
    if ((flame || dark) && form instanceof PlanForm.Words) {
      throw misuse("--flame and --dark are for .svg and .png");
    }
    PlanHistory history = call.house().plans();
    KeptPlan plan = history.named(id);
    PlanOutput.write(
        file,
        PlanOutput.bytes(
            form,
            PlansView.told(plan, history.before(plan)),
            flame ? Drawing.FLAME : Drawing.DIAGRAM,
            dark));
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("id", plan.id());
      document.put("file", file.toString());
      call.document(document);
    } else {
      call.say("Wrote " + file);
    }
    return 0;
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle plans export: " + words);
  }
}
