package org.binnacle.diagnosis.view.locks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.kill.KillPlan;
import org.binnacle.diagnosis.kill.Target;
import org.binnacle.diagnosis.kill.Verb;
import org.binnacle.diagnosis.lock.LockDocument;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.Release;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.ProcessRow;
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
  private final Supplier<List<LockScene>> scenes;
  private final Runnable look;
  private final Questions plans = Questions.inTurn("preview of a kill");

  /// @param look asks for a look at once
  LockActs(
      Kit kit,
      LiveTable<LockLine, LockLine.Key> table,
      ViewHead head,
      Supplier<List<LockScene>> scenes,
      Runnable look) {
    this.kit = kit;
    this.table = table;
    this.head = head;
    this.scenes = scenes;
    this.look = look;
  }

  List<MenuItem> menu(List<LockLine> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    LockLine line = lines.getFirst();
    var items = new ArrayList<MenuItem>();
    if (kit.recorded().isPresent()) {
      return List.of(
          item("Copy the tree   (y)", this::copy), item("Export the tree...   (x)", this::export));
    }
    items.add(item("Kill root " + line.root().words() + "...   (K)", () -> kill(true)));
    items.add(item("Kill query of " + line.node().who().words() + "...   (k)", () -> kill(false)));
    items.add(
        item(
            "Kill " + line.node().who().words() + " and all below it...",
            () -> killTree(lines.getFirst())));
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
    InstanceRef instance = lines.getFirst().instance();
    if (lines.stream().anyMatch(line -> !line.instance().id().equals(instance.id()))) {
      head.say(
          Severity.NOTICE,
          "These are sessions of several instances: select those of one, since what a kill frees is"
              + " told for one tree.");
      return;
    }
    plan(
        instance,
        root ? Verb.CONNECTION : Verb.QUERY,
        lines.stream()
            .map(line -> root ? line.root() : line.node().who())
            .collect(Collectors.toSet()));
  }

  private void killTree(LockLine line) {
    Set<Who> all =
        new LockTree(List.of(line.node()), List.of())
            .nodes().stream().map(node -> node.who()).collect(Collectors.toSet());
    plan(line.instance(), Verb.CONNECTION, all);
  }

  private void plan(InstanceRef instance, Verb verb, Set<Who> whom) {
    LockTree tree =
        scenes.get().stream()
            .filter(scene -> scene.instance().id().equals(instance.id()))
            .map(LockScene::tree)
            .findFirst()
            .orElse(LockTree.NONE);
    List<Target> targets =
        whom.stream()
            .filter(Who::hasConnection)
            .sorted()
            .map(
                who ->
                    tree.find(who)
                        .flatMap(node -> node.party().row())
                        .map((ProcessRow row) -> Target.of(row))
                        .orElse(Target.of(who.connectionId())))
            .toList();
    if (targets.isEmpty()) {
      head.say(
          Severity.NOTICE,
          "The root has no connection, so KILL can't reach it: XA RECOVER names prepared"
              + " transactions, XA ROLLBACK ends one.");
      return;
    }
    head.say(Severity.NOTICE, "Reading the victims again...");
    String released = Release.words(tree, whom);
    plans.ask(
        () -> kit.diagnosis().planKill(instance, verb, targets),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<KillPlan>(KillPlan plan) -> {
              head.say(Severity.OK, "");
              new KillSheet(kit, plan, targets, look).saying(released).open(table.view());
            }
            case Outcome.Failed<KillPlan>(var fault) -> {
              Words.Told told = kit.words().of(fault);
              head.say(Severity.CRITICAL, told.happened() + "  " + told.next());
            }
          }
        });
  }

  void copy() {
    String text = String.join("\n", scenes.get().stream().map(LockText::of).toList());
    if (!text.isBlank()) {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      Toasts.show(table.view(), Severity.OK, "The blocking tree is copied");
    }
  }

  void export() {
    List<LockScene> seen = scenes.get();
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
                                to.toString().endsWith(".json") ? json(seen) : text(seen),
                                StandardCharsets.UTF_8),
                        outcome -> {
                          if (outcome instanceof Outcome.Ok<?>) {
                            Toasts.show(table.view(), Severity.OK, "Written to " + to);
                          }
                        }));
  }

  private static String text(List<LockScene> seen) {
    return String.join("\n", seen.stream().map(LockText::of).toList());
  }

  private static String json(List<LockScene> seen) {
    return seen.size() == 1
        ? LockDocument.json(seen.getFirst())
        : "[" + String.join(",", seen.stream().map(LockDocument::json).toList()) + "]\n";
  }

  @Override
  public void close() {
    plans.close();
  }
}
