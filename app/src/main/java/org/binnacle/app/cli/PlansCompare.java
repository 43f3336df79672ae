package org.binnacle.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.history.Beside;
import org.binnacle.explain.history.BesideChanges;
import org.binnacle.explain.history.KeptPlan;
import org.binnacle.explain.live.Form;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle plans compare`.
@Command(
    name = "compare",
    description = {
      "Tell what became of a plan: against another kept one, a file, or the plan of now.",
      "Without a second plan the server is asked for the plan of now, read-only."
    },
    footer = "Exit code 1 where the plans differ in what they do.")
final class PlansCompare implements Callable<Integer> {
  private final Call call;

  PlansCompare(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "The first characters of an id, a digest, latest, or a file.")
  String before = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AFTER",
      description = "The same; without it, the plan of now.")
  @Nullable String after;

  @Option(
      names = "--on",
      paramLabel = "TARGET",
      description = "Ask this server for the plan of now, in place of the plan's own.")
  @Nullable String on;

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "tree, json, html or markdown (default: tree).")
  @Nullable String to;

  @Override
  public Integer call() {
    Mouth mouth = mouth();
    KeptPlan old = find(before);
    String second = after;
    if (second != null && on != null) {
      throw misuse("give a second plan or --on TARGET, not both");
    }
    KeptPlan now = second == null ? now(old) : find(second);
    Plan read = now.plan();
    Comparison comparison = Comparison.of(old.plan(), read);
    List<String> beside = BesideChanges.of(old, now);
    String told = mouth.tell(new Told(read, now.findings(), Optional.of(comparison)));
    if (mouth == Mouth.TREE) {
      tree(old, now, comparison, beside);
    } else {
      call.terminal().out().print(told);
    }
    return comparison.sameShape() ? 0 : 1;
  }

  private Mouth mouth() {
    String wanted = to;
    if (wanted == null) {
      return call.json() ? Mouth.JSON : Mouth.TREE;
    }
    return Mouth.named(wanted)
        .orElseThrow(
            () -> misuse("--to takes tree, json, html, markdown, not " + Harmless.line(wanted)));
  }

  private void tree(KeptPlan old, KeptPlan now, Comparison comparison, List<String> beside) {
    if (!old.digest().equals(now.digest()) && !old.digest().isEmpty() && !now.digest().isEmpty()) {
      call.tell("note: these are plans of different statements");
    }
    call.say("before: " + PlansView.at(old) + "  " + old.instance() + "  " + old.version());
    call.say("after:  " + PlansView.at(now) + "  " + now.instance() + "  " + now.version());
    var table =
        new Table(
            Table.Column.text("CHANGE"),
            Table.Column.elastic("BEFORE"),
            Table.Column.elastic("AFTER"),
            Table.Column.number("ROWS"),
            Table.Column.number("COST"));
    for (Change change : comparison.changes()) {
      table.row(
          change.kind() == Change.Kind.SAME
              ? ""
              : new Table.Cell(IncidentView.low(change.kind()), Terminal.Tone.YELLOW),
          change.before().map(node -> node.label()).orElse(""),
          change.after().map(node -> node.label()).orElse(""),
          PlansView.delta(change.rows()),
          PlansView.delta(change.cost()));
    }
    call.print(table);
    String cost = PlansView.delta(comparison.cost());
    call.say(
        (comparison.sameShape() ? "Both do the same." : "The plan changed.")
            + (cost.isEmpty() ? "" : " Cost " + cost));
    if (!beside.isEmpty()) {
      call.say("Beside the plan, this is not as it was:");
      beside.forEach(words -> call.say("  " + words));
    }
  }

  private KeptPlan find(String word) {
    Path file = Path.of(word);
    if (!Files.isRegularFile(file)) {
      return call.house().plans().named(word);
    }
    String text = Sources.text(word);
    Plan read = PlanReading.read(text);
    if (read.format() == PlanFormat.UNKNOWN) {
      throw new Fault(CliFaults.NO_PLAN, word);
    }
    return new KeptPlan(
        UUID.randomUUID(),
        Instant.ofEpochMilli(file.toFile().lastModified()),
        "",
        "",
        "",
        word,
        "",
        "",
        KeptPlan.TEXT,
        text,
        Beside.NOTHING.text(),
        "",
        false);
  }

  /// What the statement's server answers now, in the format of the kept plan.
  private KeptPlan now(KeptPlan old) {
    if (old.statement().isEmpty()) {
      throw misuse("the statement of this plan is not known; name a second plan");
    }
    String at = on;
    if (at == null && old.instanceId().isEmpty()) {
      throw misuse("this plan came as text; say --on TARGET or name a second plan");
    }
    String target = at == null ? old.instance() : at;
    var question =
        new Question(
            old.statement(),
            Optional.of(old.database()).filter(name -> !name.isEmpty()),
            form(old.plan().format()));
    return KeptPlan.of(
        call.house().explaining().estimate(call.target(target).ref(), question, call.cancel()), "");
  }

  private static Form form(PlanFormat format) {
    return switch (format) {
      case TABULAR -> Form.TABULAR;
      case JSON_V1 -> Form.JSON_V1;
      case JSON_V2, MARIADB_JSON -> Form.JSON;
      case TREE -> Form.TREE;
      case UNKNOWN -> Form.BEST;
    };
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle plans compare: " + words);
  }
}
