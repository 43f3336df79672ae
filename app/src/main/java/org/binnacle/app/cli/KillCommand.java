package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.kill.Confirmation;
import org.binnacle.diagnosis.kill.Kill;
import org.binnacle.diagnosis.kill.KillFaults;
import org.binnacle.diagnosis.kill.KillOutcome;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.KillResult;
import org.binnacle.diagnosis.kill.KillRule;
import org.binnacle.diagnosis.kill.Protection;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.Snapshots;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.Release;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Safety;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle kill`.
@Command(
    name = "kill",
    description = "End a statement or a connection, after a preview of the exact victims.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle kill shop-1 4711",
      "  binnacle kill shop-1 4711 4712 --connection --yes --confirm shop-1 --reason 'ticket 42'",
      "  binnacle kill shop-1 --root",
      "  binnacle kill shop-1 --rule 'busy-time=60s match-user=^report victims=all' --dry-run",
      "  binnacle sessions shop-1 --all --json > now.json",
      "  binnacle kill shop-1 --rule 'busy-time=60s group-by=digest count=10' --against now.json",
      "A rule is made of match-X and ignore-X (X: user, host, db, command, state, info, digest,",
      "program; regular expressions), busy-time, idle-time, trx-age, group-by, count,",
      "victims=oldest|all|all-but-oldest, max, match-all.",
      "Without a terminal it needs --yes; a production instance also needs --confirm NAME."
    })
final class KillCommand implements Callable<Integer> {
  private final Call call;

  KillCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Connection ids, as `binnacle sessions` shows them.")
  List<Long> ids = List.of();

  @ArgGroup(exclusive = true)
  @Nullable What what;

  /// What KILL ends; both at once is a mistake.
  static final class What {
    @Option(names = "--query", description = "End the running statement (the default).")
    boolean query;

    @Option(names = "--connection", description = "End the connection; its work is rolled back.")
    boolean connection;
  }

  @Option(
      names = "--root",
      description = "The session that most others wait for, by the sum of their waits.")
  boolean root;

  @Option(names = "--with-tree", description = "With --root: also all that wait for it.")
  boolean tree;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Whom a rule takes, in the words of pt-kill; see below.")
  @Nullable String rule;

  @Option(names = "--dry-run", description = "Only show whom it would be; exit code 1 for some.")
  boolean dryRun;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "With --rule: try it on a file of sessions; no server is asked.")
  @Nullable Path against;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. The preview is shown all the same.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The instance's name, where its environment asks for it to be typed.")
  @Nullable String confirm;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
  String reason = "";

  @Override
  public Integer call() {
    check();
    What chosen = what;
    Verb verb =
        (chosen != null && chosen.connection) || (chosen == null && root)
            ? Verb.CONNECTION
            : Verb.QUERY;
    Path file = against;
    if (file != null) {
      return tryOn(file);
    }
    var server = call.target(target);
    var kill = call.house().diagnosis().kill();
    KillPlan plan = plan(kill, server, verb);
    preview(plan);
    if (dryRun) {
      if (call.json()) {
        report(plan, List.of());
      }
      return plan.going().isEmpty() ? 0 : 1;
    }
    if (plan.going().isEmpty()) {
      return report(plan, List.of());
    }
    Confirmation confirmation = confirmed(plan);
    return report(plan, kill.run(plan, confirmation, reason, call.cancel(), Progress.silent()));
  }

  private void check() {
    int ways = (ids.isEmpty() ? 0 : 1) + (root ? 1 : 0) + (rule == null ? 0 : 1);
    if (ways != 1) {
      throw misuse(
          ways == 0
              ? "say whom: ids, --root or --rule"
              : "ids, --root and --rule exclude each other");
    }
    if (against != null && rule == null) {
      throw misuse("--against goes with --rule");
    }
    if (tree && !root) {
      throw misuse("--with-tree goes with --root");
    }
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle kill: " + words);
  }

  private KillPlan plan(Kill kill, Server server, Verb verb) {
    String text = rule;
    if (text != null) {
      Kill.Ruled ruled = kill.plan(server, verb, RuleText.parse(text));
      told(ruled.choice());
      return ruled.plan();
    }
    if (root) {
      return kill.plan(server, verb, roots(server));
    }
    return kill.plan(server, verb, ids.stream().distinct().map(Target::of).toList());
  }

  private List<Target> roots(Server server) {
    LockTree found = call.house().diagnosis().locks().read(server).tree();
    if (found.isEmpty()) {
      call.tell("Nobody waits on " + server.ref().name() + ".");
      return List.of();
    }
    LockNode worst = found.roots().getFirst();
    Set<Who> whom =
        (tree ? new LockTree(List.of(worst), List.of()).nodes() : List.of(worst))
            .stream().map(LockNode::who).collect(Collectors.toSet());
    List<Target> targets =
        whom.stream()
            .filter(Who::hasConnection)
            .sorted()
            .map(
                who ->
                    found
                        .find(who)
                        .flatMap(node -> node.party().row())
                        .map((ProcessRow row) -> Target.of(row))
                        .orElse(Target.of(who.connectionId())))
            .toList();
    if (targets.isEmpty()) {
      throw new Fault(KillFaults.NO_CONNECTION, server.ref().name());
    }
    if (!call.json()) {
      call.tell(LockText.head(worst));
      call.tell(Release.words(found, whom));
    }
    return targets;
  }

  private void told(KillRule.Choice choice) {
    if (!call.json()) {
      call.tell(
          "%d matched, %d taken%s%s"
              .formatted(
                  choice.matched().size(),
                  choice.victims().size(),
                  choice.left() == 0 ? "" : ", %d more left by max".formatted(choice.left()),
                  choice.spared().isEmpty()
                      ? ""
                      : ", %d protected".formatted(choice.spared().size())));
    }
  }

  /// Without a server: who of a file it would be.
  private int tryOn(Path file) {
    String json;
    try {
      json = Files.readString(file);
    } catch (IOException e) {
      throw new Fault(KillFaults.SNAPSHOT, file + ": " + e.getMessage(), e);
    }
    var nowhere = new InstanceRef("file", file.toString(), "", "", "grey", Safety.RELAXED, "");
    var choice =
        RuleText.parse(java.util.Objects.requireNonNull(rule))
            .choose(Snapshots.read(json, nowhere), Protection.standard());
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("matched", choice.matched().stream().map(ProcessRow::id).toList());
      document.put("victims", choice.victims().stream().map(ProcessRow::id).toList());
      document.put("left_by_max", choice.left());
      var spared = new LinkedHashMap<String, Object>();
      choice.spared().forEach((id, why) -> spared.put(String.valueOf(id), why));
      document.put("protected", spared);
      call.document(document);
    } else {
      told(choice);
      KillView.rows(choice.victims())
          .lines(call.terminal())
          .forEach(call.terminal().out()::println);
    }
    return choice.victims().isEmpty() ? 0 : 1;
  }

  /// On standard error with `--json`, whose standard output is one document.
  private void preview(KillPlan plan) {
    var to = call.json() ? call.terminal().err() : call.terminal().out();
    if (call.json() && yes) {
      return;
    }
    KillView.preview(plan).lines(call.terminal()).forEach(to::println);
    call.terminal().flushed();
  }

  private Confirmation confirmed(KillPlan plan) {
    String name = plan.instance().name();
    if (plan.needsTypedName()) {
      String typed = confirm;
      if (typed == null && call.terminal().prompt().possible()) {
        typed =
            call.terminal()
                .prompt()
                .line(
                    Harmless.line(plan.button() + " on " + plan.instance().environment())
                        + ". Type the name of the instance ("
                        + Harmless.line(name)
                        + ") to go on: ")
                .orElse("");
        if (!typed.strip().equals(name)) {
          throw new Fault(CliFaults.DECLINED, "killed");
        }
        return new Confirmation(typed);
      }
      if (typed == null || !typed.equals(name)) {
        throw new Fault(CliFaults.NEEDS_CONFIRM, name);
      }
    }
    if (!yes) {
      call.agreed(plan.button() + " on " + name + "?", "killed");
    }
    String typed = confirm;
    return typed == null ? Confirmation.yes() : new Confirmation(typed);
  }

  private int report(KillPlan plan, List<KillResult> results) {
    if (call.json()) {
      var document = new LinkedHashMap<String, Object>();
      document.put("instance", Refs.document(plan.instance()));
      document.put("act", plan.verb().act());
      document.put("results", KillView.documents(plan, results));
      call.document(document);
    } else {
      results.forEach(
          result ->
              call.say(
                  result.victim().statement()
                      + ": "
                      + result.outcome().words()
                      + (result.audited() ? "" : " (this could not be kept in the audit log)")));
      if (results.isEmpty()) {
        call.say("Nothing to kill.");
      }
    }
    return exit(results.stream().map(KillResult::outcome).toList());
  }

  private static int exit(List<KillOutcome> outcomes) {
    boolean refused = outcomes.isEmpty();
    boolean failed = false;
    for (KillOutcome outcome : outcomes) {
      switch (outcome) {
        case KillOutcome.Ended ignored -> {}
        case KillOutcome.NotEndedYet ignored -> {}
        case KillOutcome.AlreadyGone ignored -> {}
        case KillOutcome.NothingRuns ignored -> refused = true;
        case KillOutcome.Changed ignored -> refused = true;
        case KillOutcome.Protected ignored -> refused = true;
        case KillOutcome.NotTried ignored -> refused = true;
        case KillOutcome.Denied ignored -> failed = true;
        case KillOutcome.Failed ignored -> failed = true;
        case KillOutcome.Unknown ignored -> failed = true;
      }
    }
    return failed ? 3 : refused ? 4 : 0;
  }
}
