package org.binnacle.diagnosis.view.locks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.kill.MergedPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.LockDocument;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.MergedLockText;
import org.binnacle.diagnosis.lock.MergedLocks;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.diagnosis.view.kill.KillSheet;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// What a user can do with the tree: kill a root, a session, a root with all below it; copy,
/// export.
final class LockActs implements AutoCloseable {
  private final Kit kit;
  private final LiveTable<LockLine, LockLine.Key> table;
  private final ViewHead head;
  private final Supplier<MergedLocks> locks;
  private final Runnable look;
  private final Questions plans = Questions.inTurn("preview of a kill");

  /// @param look asks for a look at once
  LockActs(
      Kit kit,
      LiveTable<LockLine, LockLine.Key> table,
      ViewHead head,
      Supplier<MergedLocks> locks,
      Runnable look) {
    this.kit = kit;
    this.table = table;
    this.head = head;
    this.locks = locks;
    this.look = look;
  }

  List<MenuItem> menu(List<LockLine> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    var items = new ArrayList<MenuItem>();
    if (kit.recorded().isPresent()) {
      return List.of(
          item("Copy the tree   (y)", this::copy), item("Export the tree...   (x)", this::export));
    }
    LockLine line = lines.getFirst();
    String where = locks.get().several() ? " on " + line.instance().name() : "";
    long roots = lines.stream().map(one -> one.rootKey()).distinct().count();
    items.add(
        item(
            roots == 1
                ? "Kill root " + line.root().words() + where + "...   (K)"
                : "Kill %d roots...   (K)".formatted(roots),
            () -> kill(true)));
    items.add(
        item(
            lines.size() == 1
                ? "Kill query of " + line.node().who().words() + where + "...   (k)"
                : "Kill %d queries...   (k)".formatted(lines.size()),
            () -> kill(false)));
    items.add(
        item(
            "Kill " + line.node().who().words() + where + " and all below it...",
            () -> killTree(line)));
    items.add(item("Copy the tree   (y)", this::copy));
    items.add(item("Export the tree...   (x)", this::export));
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /// @param root the connections at the roots of the selected ones' trees, else the statements of
  ///   the selected; with nothing selected the worst root
  void kill(boolean root) {
    if (head.refused()) {
      return;
    }
    List<LockLine> lines =
        table.selection().get().isEmpty()
            ? table.shown().stream().limit(1).toList()
            : table.selection().get();
    if (lines.isEmpty()) {
      head.say(Severity.NOTICE, "No session waits: there is nothing to kill.");
      return;
    }
    plan(
        root ? Verb.CONNECTION : Verb.QUERY,
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    LockLine::instance,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        line -> root ? line.root() : line.node().who(), Collectors.toSet()))));
  }

  private void killTree(LockLine line) {
    Set<Who> all =
        new MergedLocks.Root(line.instance(), line.node())
            .nodes().stream().map(LockNode::who).collect(Collectors.toSet());
    plan(Verb.CONNECTION, Map.of(line.instance(), all));
  }

  private void plan(Verb verb, Map<InstanceRef, Set<Who>> whom) {
    var targets = new LinkedHashMap<InstanceRef, List<Target>>();
    whom.forEach(
        (instance, those) -> {
          List<Target> found = locks.get().targets(instance, those);
          if (!found.isEmpty()) {
            targets.put(instance, found);
          }
        });
    if (targets.isEmpty()) {
      head.say(
          Severity.NOTICE,
          "The root has no connection, so KILL can't reach it: XA RECOVER names prepared"
              + " transactions, XA ROLLBACK ends one.");
      return;
    }
    head.say(Severity.NOTICE, "Reading the victims again...");
    String released = locks.get().releaseWords(whom);
    Callable<MergedPlan> again =
        targets.size() == 1
            ? () -> {
              var only = targets.entrySet().iterator().next();
              return MergedPlan.of(kit.diagnosis().planKill(only.getKey(), verb, only.getValue()));
            }
            : () -> kit.diagnosis().planKill(verb, targets);
    plans.ask(
        again,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<MergedPlan>(MergedPlan plan) -> {
              head.say(Severity.OK, "");
              new KillSheet(kit, plan, again, look).saying(released).open(table.view());
            }
            case Outcome.Failed<MergedPlan>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              head.say(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  void copy() {
    MergedLocks seen = locks.get();
    if (!seen.scenes().isEmpty()) {
      var content = new ClipboardContent();
      content.putString(MergedLockText.of(seen));
      Clipboard.getSystemClipboard().setContent(content);
      Toasts.show(table.view(), Severity.OK, "The blocking tree is copied");
    }
  }

  void export() {
    MergedLocks seen = locks.get();
    kit.choosers()
        .save(
            table.view().getScene().getWindow(),
            "Export the blocking tree",
            "locks.txt",
            List.of(
                Choosers.Kind.of("Text files", "*.txt"), Choosers.Kind.of("JSON files", "*.json")))
        .ifPresent(
            to ->
                kit.tasks()
                    .start(
                        "Export the blocking tree to " + to.getFileName(),
                        (progress, cancel) ->
                            Files.writeString(
                                to,
                                to.toString().endsWith(".json")
                                    ? LockDocument.json(seen)
                                    : MergedLockText.of(seen),
                                StandardCharsets.UTF_8),
                        outcome -> {
                          if (outcome instanceof Outcome.Ok<?>) {
                            Toasts.show(table.view(), Severity.OK, "Written to " + to);
                          }
                        }));
  }

  @Override
  public void close() {
    plans.close();
  }
}
