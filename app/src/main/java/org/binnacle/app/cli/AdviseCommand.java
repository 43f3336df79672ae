package org.binnacle.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.explain.advice.Advice;
import org.binnacle.explain.advice.Adviser;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.advice.SchemaFile;
import org.binnacle.explain.advice.TrialMethod;
import org.binnacle.explain.advice.TrialRequest;
import org.binnacle.explain.advice.TrialResult;
import org.binnacle.explain.live.Confirmation;
import org.binnacle.explain.live.ExplainFaults;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle advise`: indexes that a statement could use.
@Command(
    name = "advise",
    description = {
      "Name indexes that a statement could use, checked against those that there are.",
      "Exit code 1 where there is one, 2 where the statement or its tables are not understood."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle advise shop-1 -d shop --sql 'SELECT ... FROM orders WHERE ...'",
      "  binnacle advise --schema schema.sql --file query.sql",
      "  binnacle advise shop-1 -d shop --file query.sql --try shop-replica",
      "  binnacle advise shop-1 -d shop --file query.sql --try shop-2 --how invisible"
    })
final class AdviseCommand implements Callable<Integer> {
  private final Call call;

  AdviseCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TARGET",
      description = "The server whose tables and statistics are looked at.")
  @Nullable String target;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description = "CREATE TABLE statements in place of a server.")
  @Nullable String schema;

  @ArgGroup(exclusive = true, multiplicity = "1")
  Source source = new Source();

  /// The statement.
  static final class Source {
    @Option(names = "--sql", paramLabel = "TEXT", description = "One statement.")
    @Nullable String sql;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "A file that holds one statement; - for standard input.")
    @Nullable String file;
  }

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "The default database.")
  @Nullable String database;

  @Option(
      names = "--try",
      paramLabel = "INSTANCE",
      description = "Try them there and show the plan before and after.")
  @Nullable String trial;

  @Option(
      names = "--how",
      paramLabel = "HOW",
      description = {
        "sample: on copies of the tables in a scratch schema (default).",
        "invisible: on the table itself, as an INVISIBLE index that only the trial sees",
        "(MySQL since 8.0). Both are dropped again in every ending."
      })
  String how = "sample";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of each table that a sample copies at most (default: 50000).")
  long rows = 50_000;

  @Option(
      names = "--analyze",
      description = "Run the statement (SELECT only) in the trial, for measured plans.")
  boolean analyze;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds that making an index, or a measured run, may take (default: 120).")
  int timeoutS = 120;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a trial.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The instance's name, where a trial asks for it to be typed.")
  String confirm = "";

  @Override
  public Integer call() {
    var _ = method();
    if (rows < 0 || timeoutS < 1) {
      throw misuse("--rows takes 0 or more, --timeout 1 or more");
    }
    String file = source.file;
    String sql = file == null ? String.valueOf(source.sql) : Sources.script(file);
    if (sql.isBlank()) {
      throw misuse("the statement is empty");
    }
    Advice advice = advice(sql);
    return switch (advice) {
      // Not 0: a script would take it for "the present indexes serve".
      case Advice.None(String reason) -> throw new Fault(ExplainFaults.NO_ADVICE, reason);
      case Advice.Given given -> told(given, sql);
    };
  }

  private Advice advice(String sql) {
    String from = schema;
    String at = target;
    if (from != null) {
      if (at != null) {
        throw misuse("give a server or --schema FILE, not both (a trial is asked for with --try)");
      }
      var tables = SchemaFile.tables(Sources.script(from));
      if (tables.isEmpty()) {
        throw misuse(Harmless.line(from) + " holds no CREATE TABLE statement");
      }
      return Adviser.of(sql, tables);
    }
    if (at == null) {
      throw misuse("say which server, or --schema FILE");
    }
    return call.house()
        .advising()
        .advise(call.target(at).ref(), Optional.ofNullable(database), sql);
  }

  private int told(Advice.Given given, String sql) {
    given.notes().forEach(note -> call.tell("note: " + note));
    Optional<TrialResult> tried =
        trial == null || given.candidates().isEmpty()
            ? Optional.empty()
            : Optional.of(tried(given.candidates(), sql, trial));
    tried.ifPresent(result -> result.notes().forEach(note -> call.tell("note: " + note)));
    if (call.json()) {
      call.document(Map.of("advice", AdviceView.documents(given.candidates(), tried)));
    } else if (given.candidates().isEmpty()) {
      call.say(
          given.notes().isEmpty()
              ? "The present indexes serve the statement as far as its conditions tell."
              : "No index is advised by what is known; see the notes.");
    } else {
      say(given.candidates(), tried);
    }
    tried.ifPresent(
        result ->
            result
                .left()
                .forEach(left -> call.tell("This could not be taken back, do it: " + left)));
    return given.candidates().isEmpty() ? 0 : 1;
  }

  private void say(List<Candidate> candidates, Optional<TrialResult> tried) {
    var view = new AdviceView(call);
    for (int i = 0; i < candidates.size(); i++) {
      view.say(candidates.get(i));
      int place = i;
      tried
          .filter(result -> place < result.tries().size())
          .ifPresent(result -> view.say(result, result.tries().get(place)));
    }
  }

  private TrialMethod method() {
    return switch (how) {
      case "sample" -> new TrialMethod.Sample(rows);
      case "invisible" -> new TrialMethod.Invisible();
      default -> throw misuse("--how takes sample or invisible, not " + how);
    };
  }

  private TrialResult tried(List<Candidate> candidates, String sql, String where) {
    TrialMethod method = method();
    InstanceRef instance = call.target(where).ref();
    Map<String, TableInfo> tables =
        call.house().advising().tables(instance, Optional.ofNullable(database), sql);
    var request =
        new TrialRequest(
            TrialRequest.newMark(),
            instance,
            Optional.ofNullable(database),
            sql,
            candidates,
            tables,
            method,
            analyze,
            Duration.ofSeconds(timeoutS),
            new Confirmation(confirm));
    if (!request.confirmation().enoughFor(instance)) {
      throw new Fault(ExplainFaults.NEEDS_NAME, instance.name());
    }
    if (!yes) {
      request.statements().forEach(statement -> call.tell("  " + statement));
      call.agreed("Send this to " + instance.name() + "?", "tried");
    }
    return call.house().trials().run(request, call.progress(), call.cancel());
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle advise: " + words);
  }
}
