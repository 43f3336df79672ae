package org.binnacle.app.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.explain.advice.Advice;
import org.binnacle.explain.advice.Adviser;
import org.binnacle.explain.advice.Advising;
import org.binnacle.explain.advice.Candidate;
import org.binnacle.explain.advice.SchemaFile;
import org.binnacle.explain.advice.Trial;
import org.binnacle.explain.live.Confirmation;
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
      "Exit code 1 where there is one."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle advise shop-1 -d shop --sql 'SELECT ... FROM orders WHERE ...'",
      "  binnacle advise --schema schema.sql --file query.sql",
      "  binnacle advise shop-1 -d shop --file query.sql --try shop-replica"
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
      description = "Try them there, on a sample in a scratch schema that is dropped again.")
  @Nullable String trial;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of each table that a trial copies at most (default: 50000).")
  long rows = 50_000;

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
    String file = source.file;
    String sql = file == null ? String.valueOf(source.sql) : Sources.text(file);
    Advice advice = advice(sql);
    return switch (advice) {
      case Advice.None(String reason) -> {
        if (call.json()) {
          call.document(Map.of("advice", List.of(), "reason", reason));
        } else {
          call.say("no advice: " + reason);
        }
        yield 0;
      }
      case Advice.Given given -> told(given, sql);
    };
  }

  private Advice advice(String sql) {
    String from = schema;
    String at = target;
    if (from != null) {
      return Adviser.of(sql, SchemaFile.tables(Sources.text(from)));
    }
    if (at == null) {
      throw new Fault(CliFaults.USAGE, "binnacle advise: say which server, or --schema FILE");
    }
    return advising().advise(call.target(at).ref(), Optional.ofNullable(database), sql);
  }

  private Advising advising() {
    return new Advising(call.house().connections(), call.house().fleet());
  }

  private int told(Advice.Given given, String sql) {
    given.notes().forEach(note -> call.tell("note: " + note));
    Optional<Trial.Result> tried =
        trial == null || given.candidates().isEmpty()
            ? Optional.empty()
            : Optional.of(tried(given.candidates(), sql, trial));
    if (call.json()) {
      call.document(Map.of("advice", documents(given.candidates(), tried)));
    } else if (given.candidates().isEmpty()) {
      call.say("The present indexes serve the statement as far as its conditions tell.");
    } else {
      for (int i = 0; i < given.candidates().size(); i++) {
        say(given.candidates().get(i));
        int place = i;
        tried.ifPresent(result -> say(result, result.tries().get(place)));
      }
    }
    tried
        .flatMap(Trial.Result::left)
        .ifPresent(
            left -> call.tell("The scratch schema could not be dropped: DROP DATABASE " + left));
    return given.candidates().isEmpty() ? 0 : 1;
  }

  private void say(Candidate one) {
    call.say(one.ddl() + ";");
    call.say(
        "  " + String.join(", ", one.why()) + (one.covering() ? "; covers the statement" : ""));
    one.bytes()
        .ifPresent(bytes -> call.say("  about %,d KB; %s".formatted(bytes / 1024, one.writes())));
    if (!one.replaces().isEmpty()) {
      call.say("  makes redundant: " + String.join(", ", one.replaces()));
    }
  }

  private void say(Trial.Result result, Trial.Try one) {
    call.say(
        "  tried: %s%s"
            .formatted(
                one.used() ? "the plan uses it" : "the plan does not use it",
                result.before().cost().isPresent() && one.after().cost().isPresent()
                    ? ", cost %.1f -> %.1f"
                        .formatted(
                            result.before().cost().getAsDouble(), one.after().cost().getAsDouble())
                    : ""));
  }

  private Trial.Result tried(List<Candidate> candidates, String sql, String where) {
    InstanceRef instance = call.target(where).ref();
    var house = call.house();
    var trials =
        new Trial(
            house.connections(),
            house.fleet(),
            house.explaining(),
            house.audit(),
            System.getProperty("user.name", "unknown"),
            Clock.systemUTC());
    Map<String, TableInfo> tables = advising().tables(instance, Optional.ofNullable(database), sql);
    if (!yes) {
      call.agreed(
          "Make a scratch schema on %s with up to %,d rows of %s, and drop it again?"
              .formatted(instance.name(), rows, String.join(", ", tables.keySet())),
          "tried");
    }
    return trials.run(
        instance, sql, candidates, tables, rows, new Confirmation(confirm), call.cancel());
  }

  private static List<Object> documents(List<Candidate> candidates, Optional<Trial.Result> tried) {
    var all = new ArrayList<Object>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate one = candidates.get(i);
      var document = new LinkedHashMap<String, Object>();
      document.put("table", one.table());
      document.put("columns", one.columns());
      document.put("why", one.why());
      document.put("covering", one.covering());
      document.put("replaces", one.replaces());
      if (one.bytes().isPresent()) {
        document.put("bytes", one.bytes().getAsLong());
      }
      document.put("sql", one.ddl());
      int place = i;
      tried.ifPresent(result -> document.put("used_in_trial", result.tries().get(place).used()));
      all.add(document);
    }
    return all;
  }
}
