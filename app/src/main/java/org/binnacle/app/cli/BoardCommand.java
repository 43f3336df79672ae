package org.binnacle.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.diagnosis.board.BoardQuery;
import org.binnacle.diagnosis.board.ScoreCourse;
import org.binnacle.kernel.Fault;
import org.binnacle.state.vault.MasterPrompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle board`: the fleet, worst first.
@Command(
    name = "board",
    description = {
      "Show how the whole fleet does, worst first, and why.",
      "On a terminal it goes on until Ctrl+C, elsewhere it looks once."
    },
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle board --where 'tag:shop -role:backup score>50'",
      "  binnacle board --once --json",
      "  binnacle board --group-by cluster --where env:production",
      "In a QUERY numbers compare (score>50 lag>30s trx>5m active>40 qps<10 fill>85), texts have :",
      "and ~ (term:replication problem~lock), - before it means not. Keys: severity, score, role,",
      "version, connected, max, fill, active, running, qps, tps, lag, waits, trx, idle-trx, oldest,",
      "history, uptime, problem, term, age, took. After is: down, unknown, silenced, denied. What",
      "else is named is looked for in the inventory: names, tag:, environment:, cluster:, region:.",
      "%nExit code 1: with one look, an instance is critical or down."
    })
final class BoardCommand implements Callable<Integer> {
  private final Call call;

  BoardCommand(Call call) {
    this.call = call;
  }

  @Option(names = "--once", description = "Look once, also on a terminal.")
  boolean once;

  @Option(
      names = {"-w", "--watch"},
      description = "Go on until Ctrl+C, also in a pipe; with --json one document a line.")
  boolean watch;

  @Option(
      names = "--where",
      paramLabel = "QUERY",
      description = "As in the window: tag:shop -role:backup score>50 lag>30s is:down")
  String where = "";

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description =
          "Put instances together by cluster, environment, business or tag, the worst group"
              + " first.")
  @Nullable String groupBy;

  @Option(
      names = "--interval",
      paramLabel = "S",
      description = "Seconds between looks at one instance, 1 to 60 (default: 5).")
  int intervalS = 5;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Rows at most (default: all; on a terminal as many as fit).")
  int limit = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    if (intervalS < 1 || intervalS > 60) {
      throw new Fault(
          CliFaults.USAGE, "binnacle board: --interval takes 1 to 60, not " + intervalS);
    }
    if (once && watch) {
      throw new Fault(CliFaults.USAGE, "binnacle board: --once or --watch, not both");
    }
    if (limit < 1) {
      throw new Fault(CliFaults.USAGE, "binnacle board: --limit takes 1 or more, not " + limit);
    }
    Optional<BoardGrouping> grouping = grouping();
    House house = call.house(asking());
    BoardQuery query = BoardQuery.of(where, house.fleet()::select);
    if (house.inventory().instances().isEmpty()) {
      return empty();
    }
    boolean goesOn = watch || (call.terminal().live() && !once && !call.json());
    Optional<ScoreCourse> course = goesOn ? Optional.of(new ScoreCourse()) : Optional.empty();
    var view = new BoardView(call, query, limit, grouping, course);
    var looks = new BoardLooks(call, view, Duration.ofSeconds(intervalS));
    return goesOn ? looks.goOn() : looks.once();
  }

  private Optional<BoardGrouping> grouping() {
    String key = groupBy;
    if (key == null) {
      return Optional.empty();
    }
    Optional<BoardGrouping> found = BoardGrouping.named(key);
    if (found.isEmpty()) {
      throw new Fault(
          CliFaults.USAGE,
          "binnacle board: --group-by takes "
              + String.join(", ", BoardGrouping.names())
              + "; not "
              + key);
    }
    return found;
  }

  /// A thousand instances must not ask for a thousand passwords: one that is not known is "?".
  private Asking asking() {
    return call.terminal().prompt().possible()
        ? new Asking(Optional.empty(), call.prompts())
        : new Asking(Optional.empty(), MasterPrompt.nobody());
  }

  private int empty() {
    if (call.json()) {
      call.document(BoardView.nothing());
    } else {
      call.tell(
          "No instances yet. Add one: binnacle fleet add NAME mysql://user@host:port"
              + " (or look at the demo: binnacle demo)");
    }
    return 0;
  }
}
