package org.binnacle.diagnosis.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.session.Transaction;

/// A blocking tree as plain text, for a terminal, a clipboard or a ticket.
public final class LockText {
  private static final int SQL = 100;

  private LockText() {}

  /// The whole scene, a line or two for each place of the tree.
  public static String of(LockScene scene) {
    var text = new StringBuilder();
    LockTree tree = scene.tree();
    text.append(scene.instance().name())
        .append("  ")
        .append(Instant.ofEpochSecond(scene.at().getEpochSecond()))
        .append("  ")
        .append(summary(scene))
        .append('\n');
    for (LockNode root : tree.roots()) {
      node(text, root, "", "");
    }
    scene.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
    scene.denied().forEach(denied -> text.append(denied.line()).append('\n'));
    return text.toString();
  }

  /// A root with all below it.
  ///
  /// @param place stands before it, such as the name of its instance
  static void root(StringBuilder text, String place, LockNode root) {
    node(text, root, place, "");
  }

  /// Where an account may not see the sessions of others, nobody waiting means little.
  public static String summary(LockScene scene) {
    return scene.tree().isEmpty() && !scene.denied().isEmpty()
        ? "no session is seen to wait, but not all may be seen"
        : summary(scene.tree());
  }

  /// `41 sessions wait, the longest 71 s, behind 2 roots`.
  public static String summary(LockTree tree) {
    if (tree.isEmpty()) {
      return "no session waits";
    }
    int waiting = tree.waiting();
    return "%,d session%s, the longest %s, behind %,d root%s"
        .formatted(
            waiting,
            waiting == 1 ? " waits" : "s wait",
            Span.words(tree.longestUs()),
            tree.roots().size(),
            tree.roots().size() == 1 ? "" : "s");
  }

  // Without recursion into deep chains: a chain of waits is rarely deeper than a screen, and the
  // indent stops growing there.
  private static void node(StringBuilder text, LockNode node, String first, String rest) {
    text.append(first).append(flat(head(node))).append('\n');
    for (String line : more(node)) {
      text.append(rest).append("    ").append(flat(line)).append('\n');
    }
    List<LockNode> children = node.children();
    boolean deep = rest.length() > 120;
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      String branch = deep ? rest : rest + (last ? "└─ " : "├─ ");
      String below = deep ? rest : rest + (last ? "   " : "│  ");
      node(text, children.get(i), branch, below);
    }
  }

  /// `#88213 app@10.0.4.9 idle in trx trx 6m12s, 1 row modified blocks 41 (2311 s)`.
  public static String head(LockNode node) {
    Party party = node.party();
    var head = new StringBuilder(party.who().words()).append(' ').append(party.account());
    part(head, party.doing());
    party
        .trx()
        .or(() -> party.row().flatMap(ProcessRow::trx))
        .ifPresent(trx -> part(head, transaction(trx)));
    if (node.blocks() > 0) {
      part(head, "blocks %,d (%s in all)".formatted(node.blocks(), Span.words(node.sumWaitedUs())));
      part(head, frees(node));
    }
    if (node.cycle()) {
      part(head, "WAITS FOR ITSELF");
    }
    if (!node.root()) {
      part(head, "waits " + Span.words(node.waitedUs()));
    }
    if (!party.idle()) {
      part(head, oneLine(party.sql()));
    }
    return head.toString();
  }

  /// `killing it frees 29 at once, 41 in the end`.
  public static String frees(LockNode node) {
    if (node.frees() == node.freesAtOnce()) {
      return "killing it frees " + node.frees();
    }
    return "killing it frees %d at once, %d in the end".formatted(node.freesAtOnce(), node.frees());
  }

  static String transaction(Transaction trx) {
    return "trx %s, %,d row%s modified, %,d locked"
        .formatted(
            Span.wholeSeconds(trx.ageUs()),
            trx.rowsModified(),
            trx.rowsModified() == 1 ? "" : "s",
            trx.rowsLocked());
  }

  /// What it waits for, and what it did last.
  static List<String> more(LockNode node) {
    var lines = new ArrayList<String>();
    for (LockWait wait : node.waits()) {
      lines.add(
          "waits for %s%s: %s %s"
              .formatted(
                  wait.blocker().map(Who::words).orElse("somebody who is not seen"),
                  wait.inferred() ? " (inferred)" : "",
                  wait.kind().words(),
                  wait.lock().words()));
    }
    for (PastStatement past : node.party().last()) {
      lines.add(past(past));
    }
    return lines;
  }

  /// `372 s ago, 2.1 ms, 1 row: UPDATE stock SET ...`.
  public static String past(PastStatement past) {
    String ago = past.agoUs() < 0 ? "before" : Span.wholeSeconds(past.agoUs()) + " ago";
    String rows =
        past.rowsAffected() <= 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %,d row%s",
                past.rowsAffected(),
                past.rowsAffected() == 1 ? "" : "s");
    return "last: %s, %s%s: %s"
        .formatted(
            ago, Span.words(past.tookUs()), rows, past.sql().isEmpty() ? "?" : oneLine(past.sql()));
  }

  /// A name or the data of a lock may hold a line feed, which would make a line of its own.
  private static String flat(String line) {
    return line.replaceAll("\\R", " ");
  }

  private static String oneLine(String sql) {
    String flat = sql.replaceAll("\\s+", " ").strip();
    return flat.length() > SQL ? flat.substring(0, SQL) + "..." : flat;
  }

  private static void part(StringBuilder head, String words) {
    if (!words.isEmpty()) {
      head.append("  ").append(words);
    }
  }
}
