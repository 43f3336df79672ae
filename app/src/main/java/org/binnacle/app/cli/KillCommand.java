package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.kill.MergedKill;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.MergedResult;
import org.binnacle.diagnosis.kill.RuleText;
import org.binnacle.diagnosis.kill.SavedRule;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  binnacle kill cluster:shop --root",
      "  binnacle kill shop-1 --rule 'busy-time=60s match-user=^report victims=all' --dry-run",
      "  binnacle kill shop-1 shop-2 --rule 'busy-time=60s match-user=^report victims=all'",
      "  binnacle kill shop-1 --rule @stampede --wait-between 5",
      "  binnacle sessions shop-1 --all --json > now.json",
      "  binnacle kill shop-1 --rule 'busy-time=60s group-by=digest count=10' --against now.json",
      "A rule is made of match-X and ignore-X (X: user, host, db, command, state, info, digest,",
      "program; regular expressions), busy-time, idle-time, trx-age, blocks, max-modified,",
      "group-by, count, victims=oldest|all|all-but-oldest, max, match-all; admins takes accounts",
      "that administer the server too (SUPER, CONNECTION_ADMIN, root@localhost), which are else",
      "left alone; @name is one that the window has kept. Over several targets each is looked at for itself.",
      "With --wait-between each kill is told as it comes, and a stop (Ctrl+C) leaves the rest alone",
      "and says what was done. A preview that is confirmed after more than ten minutes is refused.",
      "Without a terminal it needs --yes; each production instance also needs --confirm NAME."
    })
final class KillCommand implements Callable<Integer> {
  private final Call call;

  KillCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description =
          "A name of the inventory, or mysql://user@host:port; with --root also cluster:shop.")
  String target = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description =
          "Connection ids, as `binnacle sessions` shows them; with --rule and --root: further"
              + " targets.")
  List<String> more = List.of();

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
      description =
          "The session that is waited for longest, by the sum of all waits; over several targets the"
              + " worst of all.")
  boolean root;

  @Option(
      names = "--roots",
      paramLabel = "N",
      description = "The N worst of them, on whichever of the targets they are.")
  @Nullable Integer roots;

  @Option(names = "--with-tree", description = "With --root or --roots: also all that wait for it.")
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
      paramLabel = "FILE|INCIDENT",
      description =
          "With --rule: try it on a file of sessions, or on an incident by its id or latest; no"
              + " server is asked.")
  @Nullable String against;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask. The preview is shown all the same.")
  boolean yes;

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description =
          "The instance's name, where its environment asks for it to be typed; may be repeated.")
  List<String> confirm = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
  String reason = "";

  @Mixin KillCourse course = new KillCourse();

  /// Whom a rule left alone and why: by connection id, over several targets by instance before.
  private final Map<String, Object> spared = new LinkedHashMap<>();

  private final List<String> unsure = new ArrayList<>();

  @Override
  public Integer call() {
    check();
    String text = rule;
    String file = against;
    if (file != null && text != null) {
      return new KillTrial(call).on(file, RuleText.parse(saved(text).text()));
    }
    MergedPlan plan = text != null ? ruled(saved(text)) : rooted() ? ofRoots() : named();
    var consent = new KillConsent(call, yes, confirm);
    var report = new KillReport(call, spared, unsure);
    consent.preview(plan);
    if (dryRun) {
      report.preview(plan);
      return plan.going() == 0 ? 0 : 1;
    }
    if (plan.going() == 0) {
      return report.tell(plan, List.of());
    }
    Map<String, String> typed = consent.get(plan);
    List<MergedResult> results =
        diagnosis().killing().run(plan, typed, reason, course.of(call, plan));
    return report.tell(plan, results);
  }

  private void check() {
    course.check();
    Integer many = roots;
    if (many != null && (root || many < 1)) {
      throw misuse(root ? "--root is --roots 1: give one of them" : "--roots takes 1 or more");
    }
    boolean ids =
        rule == null && !more.isEmpty() && (!rooted() || more.stream().anyMatch(KillCommand::id));
    int ways = (ids ? 1 : 0) + (rooted() ? 1 : 0) + (rule == null ? 0 : 1);
    if (ways != 1) {
      throw misuse(
          ways == 0
              ? "say whom: ids, --root or --rule"
              : "ids, --root and --rule exclude each other");
    }
    if (against != null && rule == null) {
      throw misuse("--against goes with --rule");
    }
    if (tree && !rooted()) {
      throw misuse("--with-tree goes with --root");
    }
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle kill: " + words);
  }

  private Diagnosis diagnosis() {
    return call.house().diagnosis();
  }

  private Verb verb(Verb usual) {
    What chosen = what;
    if (chosen == null) {
      return usual;
    }
    return chosen.connection ? Verb.CONNECTION : Verb.QUERY;
  }

  private boolean rooted() {
    return root || roots != null;
  }

  private static boolean id(String text) {
    return text.matches("\\d{1,18}");
  }

  private MergedPlan named() {
    List<Target> targets = ids().stream().distinct().map(Target::of).toList();
    return MergedPlan.of(diagnosis().kill().plan(call.target(target), verb(Verb.QUERY), targets));
  }

  /// The worst roots over all targets; a failure of the only instance is told as such.
  private MergedPlan ofRoots() {
    var all = new ArrayList<>(List.of(target));
    all.addAll(more);
    Map<Server, List<Target>> found =
        new KillRoot(call)
            .targets(TargetList.of(call, all), Objects.requireNonNullElse(roots, 1), tree);
    Verb verb = verb(Verb.CONNECTION);
    if (found.size() > 1) {
      return diagnosis().killing().plan(verb, found);
    }
    var only = found.entrySet().iterator().next();
    return MergedPlan.of(diagnosis().kill().plan(only.getKey(), verb, only.getValue()));
  }

  private List<Long> ids() {
    var ids = new ArrayList<Long>();
    for (String each : more) {
      if (!id(each)) {
        throw misuse(
            each + " is no connection id; several targets at once go with --rule or --root only");
      }
      ids.add(Long.valueOf(each));
    }
    return ids;
  }

  /// A rule as it is written, or one that was kept under a name.
  private SavedRule saved(String text) {
    return text.startsWith("@")
        ? diagnosis().rules().usable(text.substring(1))
        : new SavedRule("", text, Verb.QUERY, Optional.empty());
  }

  private MergedPlan ruled(SavedRule chosen) {
    var parsed = RuleText.parse(chosen.text());
    Verb verb = verb(chosen.verb());
    var servers = new LinkedHashSet<Server>();
    servers.add(call.target(target));
    more.forEach(each -> servers.add(call.target(each)));
    if (servers.size() == 1) {
      // A failure of the only one is told as such.
      var ruled = diagnosis().kill().plan(servers.getFirst(), verb, parsed);
      spared.putAll(KillTrial.spared(ruled.choice()));
      told(
          ruled.choice().matched().size(),
          ruled.choice().victims().size(),
          ruled.choice().left(),
          ruled.choice().spared().size(),
          ruled.choice().sparedWords(),
          ruled.choice().unsure());
      return MergedPlan.of(ruled.plan());
    }
    MergedKill.Ruled ruled = diagnosis().killing().plan(List.copyOf(servers), verb, parsed);
    ruled
        .choices()
        .forEach((instance, choice) -> spared.put(instance.name(), KillTrial.spared(choice)));
    told(
        ruled.matched(),
        ruled.taken(),
        ruled.left(),
        ruled.spared(),
        ruled.sparedWords(),
        ruled.unsure());
    return ruled.plan();
  }

  private void told(int matched, int taken, int left, int spared, String why, String unknown) {
    if (!unknown.isEmpty()) {
      unsure.add(unknown);
    }
    if (!call.json()) {
      call.tell(
          KillTrial.words(matched, taken, left, spared, why)
              + (unknown.isEmpty() ? "" : "; " + unknown));
    }
  }
}
