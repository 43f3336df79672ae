package org.binnacle.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.binnacle.explain.export.ExportForm;
import org.binnacle.explain.export.RowSink;
import org.binnacle.explain.worksheet.Arming;
import org.binnacle.explain.worksheet.RunLimits;
import org.binnacle.explain.worksheet.RunRequest;
import org.binnacle.explain.worksheet.WorksheetFaults;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.sql.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle query`: statements on one or several servers.
@Command(
    name = "query",
    description = {
      "Run statements on one or several servers and show or export their results.",
      "Nothing is changed without --write. Ctrl+C ends what runs on the servers."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle query shop-1 -d shop --sql 'SELECT * FROM orders LIMIT 10'",
      "  binnacle query shop-1 shop-2 --sql 'SELECT @@version, @@hostname'",
      "  binnacle query shop-1 --file report.sql --format xlsx --out report.xlsx"
    })
final class QueryCommand implements Callable<Integer> {
  private static final long SHOWN = 1_000;
  private final Call call;

  QueryCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description = "Names of the inventory, or mysql://user@host:port.")
  List<String> targets = List.of();

  @ArgGroup(exclusive = true, multiplicity = "1")
  Source source = new Source();

  /// What is run.
  static final class Source {
    @Option(names = "--sql", paramLabel = "TEXT", description = "One or more statements.")
    @Nullable String sql;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A file of statements; - for standard input.")
    @Nullable String file;
  }

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "The default database.")
  @Nullable String database;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "table, csv, json, xlsx, insert or markdown (default: table).")
  @Nullable String format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Rows of each result; 0 for all (default: 1000, with --out all).")
  @Nullable Long limit;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds of each statement; 0 for no limit (default: 30, with --out 0).")
  @Nullable Integer timeoutS;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the results there.")
  @Nullable Path out;

  @Option(names = "--raw", description = "CSV cells that look like formulas are left as they are.")
  boolean raw;

  @Option(names = "--go-on", description = "Run the statements behind a failed one too.")
  boolean goOn;

  @Option(names = "--write", description = "Allow statements that change something.")
  boolean write;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before changing something.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "An instance's name, where its environment asks for it to be typed.")
  List<String> confirm = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
  String reason = "";

  @Override
  public Integer call() {
    Optional<ExportForm> form = form();
    Path file = out;
    if (form.equals(Optional.of(ExportForm.XLSX)) && file == null) {
      throw misuse("--format xlsx needs --out FILE");
    }
    if (file != null && form.isEmpty()) {
      throw misuse(
          "--out FILE needs --format csv, json, xlsx, insert or markdown, or one of their endings");
    }
    RunLimits limits = limits();
    String given = source.file;
    String script = given == null ? String.valueOf(source.sql) : Sources.script(given);
    if (script.isBlank()) {
      throw misuse("there is no statement to run");
    }
    List<Statement> changing = Worksheets.changing(script);
    if (!write && !changing.isEmpty()) {
      throw new Fault(WorksheetFaults.NOT_ARMED, Harmless.line(changing.getFirst().text()));
    }
    List<InstanceRef> instances =
        targets.stream().distinct().map(name -> call.target(name).ref()).toList();
    Arming arming =
        changing.isEmpty() ? Arming.readOnly() : Arming.armed(agreed(instances, changing), reason);
    var request = new RunRequest(instances, script, Optional.ofNullable(database), limits, arming);
    try (var output = new QueryOutput(call, request, form.map(this::sink), goesElsewhere())) {
      call.house().worksheets().run(request, output, call.cancel());
      return output.exit();
    }
  }

  private boolean goesElsewhere() {
    return out != null;
  }

  private Optional<ExportForm> form() {
    String wanted = format;
    if (wanted == null) {
      return call.json()
          ? Optional.of(ExportForm.JSON)
          : out == null ? Optional.empty() : byName(String.valueOf(out));
    }
    return wanted.equals("table") ? Optional.empty() : Optional.of(named(wanted));
  }

  private static ExportForm named(String wanted) {
    return ExportForm.named(wanted)
        .orElseThrow(
            () -> misuse("--format takes table, csv, json, xlsx, insert, markdown, not " + wanted));
  }

  private static Optional<ExportForm> byName(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    for (ExportForm form : ExportForm.values()) {
      if (form.extension().equalsIgnoreCase(ending)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  private RunLimits limits() {
    long rows = limit == null ? (out == null ? SHOWN : 0) : limit;
    long seconds = timeoutS == null ? (out == null ? 30 : 0) : timeoutS;
    if (rows < 0 || seconds < 0) {
      throw misuse("--limit and --timeout take 0 or more");
    }
    return new RunLimits(rows == 0 ? Long.MAX_VALUE - 2 : rows, Duration.ofSeconds(seconds), goOn);
  }

  private RowSink sink(ExportForm form) {
    try {
      Path file = out;
      OutputStream to = file == null ? new TerminalStream(call.terminal()) : new ResultFile(file);
      return form.to(to, !raw);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_WRITE, FileWords.of(String.valueOf(out), e), e);
    }
  }

  /// The names that were typed. Shows what is going to be sent where, and asks.
  private Set<String> agreed(List<InstanceRef> instances, List<Statement> changing) {
    var typed = new HashSet<>(confirm);
    for (InstanceRef instance : instances) {
      String name = instance.name();
      if (Arming.needsTypedName(instance) && !typed.contains(name)) {
        if (!call.terminal().prompt().possible()) {
          throw new Fault(WorksheetFaults.NEEDS_NAME, name);
        }
        changing.forEach(statement -> call.tell("  " + statement.text()));
        call.terminal().flushed();
        String answer =
            call.terminal()
                .prompt()
                .line(
                    Harmless.line("Run it on " + instance.environment())
                        + ". Type the name of the instance ("
                        + Harmless.line(name)
                        + ") to go on: ")
                .orElse("");
        if (!answer.strip().equals(name)) {
          throw new Fault(CliFaults.DECLINED, "changed");
        }
        typed.add(name);
      }
    }
    if (!yes) {
      changing.forEach(statement -> call.tell("  " + statement.text()));
      call.agreed(
          "Run %d changing statement%s on %s?"
              .formatted(
                  changing.size(),
                  changing.size() == 1 ? "" : "s",
                  String.join(", ", instances.stream().map(InstanceRef::name).toList())),
          "changed");
    }
    return typed;
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle query: " + words);
  }
}
