package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.live.Form;
import org.binnacle.explain.live.Question;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle explain`: a plan from a file, a pipe or a server, in any format, with what is worth
/// saying of it.
@Command(
    name = "explain",
    description = {
      "Say why a statement is slow: from its plan in a file, or from a server's.",
      "Exit code 1 where something at or above --fail-on is found."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle explain --plan plan.txt",
      "  binnacle explain shop-1 --database shop --sql 'SELECT ...' --analyze",
      "  binnacle explain shop-1 --connection 4711 --to markdown",
      "  binnacle explain --plan plan.json --out plan.png"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Call call;

  ExplainCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "The server to ask: a name of the inventory, or mysql://user@host:port.")
  @Nullable String target;

  @ArgGroup(exclusive = true, multiplicity = "1")
  Source source = new Source();

  /// What is explained.
  static final class Source {
    @Option(
        names = "--plan",
        paramLabel = "FILE",
        description = "The plan as a server or a client printed it; - for standard input.")
    @Nullable String plan;

    @Option(names = "--sql", paramLabel = "TEXT", description = "One statement.")
    @Nullable String sql;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A file that holds one statement; - for standard input.")
    @Nullable String file;

    @Option(
        names = "--connection",
        paramLabel = "ID",
        description = "What this thread runs now: its own plan where the server tells it.")
    @Nullable Long connection;

    @Option(
        names = "--history",
        arity = "0..1",
        fallbackValue = "",
        paramLabel = "DIGEST",
        description = "Show the plans that were kept: all, of a digest, or that hold a text.")
    @Nullable String history;
  }

  @Option(
      names = "--keep",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "NAME",
      description = "Keep the plan, and say whether it changed since the last one kept.")
  @Nullable String keep;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "The default database of the statement.")
  @Nullable String database;

  @Option(
      names = "--analyze",
      description = "Run the statement (SELECT only) and show what happened.")
  boolean analyze;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds that --analyze may run (default: 30).")
  int timeoutS = 30;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The instance's name, where --analyze asks for it to be typed.")
  @Nullable String confirm;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "What the server is asked for: best, tree, json, json-v1, tabular.")
  String format = "best";

  @Mixin PlanOutput output = new PlanOutput();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "An earlier plan of the same statement: show what changed since.")
  @Nullable String compare;

  @Option(
      names = "--server",
      paramLabel = "VERSION",
      description = "The server's version, such as 8.0.33: some advice depends on it.")
  @Nullable String server;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "notice, warning or critical: exit with 1 where it is found.")
  @Nullable String failOn;

  @Override
  public Integer call() {
    PlanForm form = output.form(call, "binnacle explain");
    if (source.history != null) {
      return new KeptPlans(call).show(source.history, output, form);
    }
    Optional<Severity> limit = Optional.ofNullable(failOn).map(ExplainCommand::severity);
    Seen now = source.plan != null ? offline(source.plan) : live();
    var changes = Optional.ofNullable(compare).map(file -> Comparison.of(read(file), now.plan()));
    changes
        .filter(Comparison::apart)
        .ifPresent(
            any -> call.tell("note: the two plans share no step: are they of one statement?"));
    output.tell(call, form, new Told(now.plan(), now.findings(), changes));
    boolean failed =
        limit.isPresent()
            && now.findings().stream().anyMatch(one -> reaches(one.severity(), limit.get()));
    return failed ? 1 : 0;
  }

  private record Seen(Plan plan, List<Finding> findings) {}

  private Seen offline(String file) {
    if (target != null || analyze || keep != null) {
      throw misuse("--plan reads a file; leave out the server, --analyze and --keep");
    }
    Plan read = read(file);
    Facts facts = server == null ? Facts.NONE : Facts.NONE.withServer(server);
    return new Seen(read, Insights.of(read, facts));
  }

  private Seen live() {
    String at = target;
    if (at == null) {
      throw misuse("say which server is to be asked");
    }
    if (timeoutS < 1 || timeoutS > 3_600) {
      throw misuse("--timeout takes 1 to 3600, not " + timeoutS);
    }
    Form form =
        Form.named(format)
            .orElseThrow(
                () -> misuse("--format takes best, tree, json, json-v1, tabular, not " + format));
    InstanceRef instance = call.target(at).ref();
    var explaining = call.house().explaining();
    Explained explained;
    Long thread = source.connection;
    if (thread != null) {
      if (analyze) {
        throw misuse("--analyze runs a statement; a thread's is running already");
      }
      explained = explaining.running(instance, thread, form, call.cancel());
    } else {
      String text = source.sql != null ? source.sql : Sources.script(String.valueOf(source.file));
      var question = new Question(text, Optional.ofNullable(database), form);
      explained =
          analyze
              ? explaining.measure(
                  instance,
                  question,
                  Duration.ofSeconds(timeoutS),
                  confirmed(instance),
                  call.cancel())
              : explaining.estimate(instance, question, call.cancel());
    }
    explained.notes().forEach(note -> call.tell("note: " + note));
    if (keep == null) {
      return new Seen(explained.plan(), explained.findings());
    }
    var kept = call.house().plans().keep(explained, keep);
    call.tell("kept under digest " + kept.kept().digest());
    var findings = new ArrayList<>(explained.findings());
    kept.changed().ifPresent(changed -> findings.addFirst(changed));
    findings.sort(Comparator.comparing(Finding::severity));
    return new Seen(explained.plan(), findings);
  }

  private Confirmation confirmed(InstanceRef instance) {
    if (confirm != null || !Confirmation.needed(instance)) {
      return new Confirmation(confirm == null ? "" : confirm);
    }
    if (!call.terminal().prompt().possible()) {
      return Confirmation.none();
    }
    call.terminal().flushed();
    return new Confirmation(
        call.terminal()
            .prompt()
            .line(
                "The statement will be run on "
                    + Harmless.line(instance.environment())
                    + ". Type the name of the instance ("
                    + Harmless.line(instance.name())
                    + ") to go on: ")
            .orElse(""));
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle explain: " + words);
  }

  private static Severity severity(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "notice" -> Severity.NOTICE;
      case "warning" -> Severity.WARNING;
      case "critical" -> Severity.CRITICAL;
      default ->
          throw new Fault(
              CliFaults.USAGE, "binnacle explain: --fail-on takes notice, warning, critical");
    };
  }

  private static boolean reaches(Severity found, Severity limit) {
    return found.compareTo(limit) <= 0;
  }

  private static Plan read(String file) {
    Plan read = PlanReading.read(Sources.text(file));
    if (read.format() == PlanFormat.UNKNOWN) {
      throw new Fault(CliFaults.NO_PLAN, file.equals("-") ? "standard input" : file);
    }
    return read;
  }
}
