package org.binnacle.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.query.SavedFilters;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.NoiseFilter;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle sessions`.
@Command(
    name = "sessions",
    description = "Show what an instance is doing now, longest first.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle sessions shop-1 --where 'user:app time>5 state~lock -db:mysql'",
      "  binnacle sessions shop-1 --group-by user",
      "  binnacle sessions mysql://ops@db1.example:3306 --watch",
      "In a QUERY a word is looked for anywhere; KEY:VALUE equals (* stands for anything), KEY~TEXT",
      "contains, > >= < <= compare (time>5 trx>=1m examined>100k), - before it means not, | or,",
      "@NAME is a filter that was saved in the window.",
      "Keys: id, thread, kind, user, host, port, db, command, time, state, trx, modified, locked,",
      "trx-state, blocked-by, blocks, root, examined, sent, affected, lock-time, tmp-disk, program,",
      "digest, sql-length, sql. After is: active, idle-in-trx, in-trx, sleeping, blocked, blocker,",
      "replication, daemon, own, no-index, tmp-disk."
    })
final class SessionsCommand implements Callable<Integer> {
  private final Call call;

  SessionsCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Option(
      names = {"-w", "--watch"},
      description = "Look again each second until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Option(
      names = "--where",
      paramLabel = "QUERY",
      description = "As in the window: user:app time>5 state~lock is:blocked -db:mysql")
  String where = "";

  @Option(
      names = {"-a", "--all"},
      description = "Also what is left out as noise: sleepers, daemons, dump threads, our own.")
  boolean all;

  @Option(
      names = "--group-by",
      paramLabel = "KEY",
      description =
          "Count sessions by state, user, host, db, digest, command or root (the head of the queue"
              + " for locks); those idle in a transaction stand apart where nothing runs.")
  @Nullable String groupBy;

  @Option(
      names = "--interval",
      paramLabel = "S",
      description = "Seconds between looks, 0.5 to 30 (default: 1).")
  double intervalS = 1;

  @Override
  public Integer call() {
    if (!(intervalS >= 0.5 && intervalS <= 30)) {
      throw new Fault(
          CliFaults.USAGE, "binnacle sessions: --interval takes 0.5 to 30, not " + intervalS);
    }
    Optional<GroupBy> group = group();
    SessionQuery query = SessionQuery.of(where, new SavedFilters(call.house().settings()).all());
    Server server = call.target(target);
    Want want = Want.active().withIdle(all || query.wantsSleepers());
    NoiseFilter filter =
        all || query.wantsSleepers() ? NoiseFilter.everything() : NoiseFilter.standard();
    var view = new SessionsView(call, server, query, filter, group);
    ProcessSnapshot first = call.house().diagnosis().sessions(server, want);
    if (!watch) {
      view.print(first);
      return 0;
    }
    var interval = Duration.ofMillis(Math.round(intervalS * 1000));
    return new SessionsWatch(call, server, want, view, interval).run(first);
  }

  private Optional<GroupBy> group() {
    String key = groupBy;
    if (key == null) {
      return Optional.empty();
    }
    Optional<GroupBy> found = GroupBy.named(key);
    if (found.isEmpty()) {
      throw new Fault(
          CliFaults.USAGE,
          "binnacle sessions: --group-by takes "
              + String.join(", ", GroupBy.keys())
              + "; not "
              + key);
    }
    return found;
  }
}
