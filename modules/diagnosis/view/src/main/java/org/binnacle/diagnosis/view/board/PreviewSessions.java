package org.binnacle.diagnosis.view.board;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.group.GroupBy;
import org.binnacle.diagnosis.group.Groups;
import org.binnacle.diagnosis.group.SessionGroup;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// The sessions of the previewed instance: whose they are, where they come from, which statements
/// most of them run, and which run longest.
final class PreviewSessions {
  private static final int MOST = 7;

  private final VBox users = PreviewLines.column();
  private final VBox hosts = PreviewLines.column();
  private final VBox alike = PreviewLines.column();
  private final VBox longest = PreviewLines.column();

  List<Node> parts() {
    return List.of(
        PreviewLines.part("Users", users, 0.8),
        PreviewLines.part("Hosts", hosts, 0.95),
        PreviewLines.part("Top statements", alike, 2.1),
        PreviewLines.part("Longest statements", longest, 2.1));
  }

  /// Until the sessions are read: what the light look has brought.
  void begin(List<Vitals.Running> running) {
    for (VBox part : List.of(users, hosts, alike)) {
      part.getChildren().setAll(PreviewLines.quiet("reading..."));
    }
    put(
        longest,
        running,
        one -> PreviewLines.statement(one.timeS() * 1_000_000, one.user(), one.sql()),
        "none runs");
  }

  /// @param all newest rows, the longest first
  void show(List<ProcessRow> all) {
    List<ProcessRow> busy =
        all.stream()
            .filter(row -> row.kind() == Kind.ACTIVE || row.kind() == Kind.IDLE_IN_TRX)
            .toList();
    put(users, Groups.of(busy, GroupBy.USER), PreviewSessions::counted, "nobody");
    put(hosts, Groups.of(busy, GroupBy.HOST), PreviewSessions::counted, "nobody");
    put(alike, Groups.of(busy, GroupBy.DIGEST), PreviewSessions::statements, "none runs");
    put(longest, busy, PreviewSessions::statement, "none runs");
  }

  private static Node counted(SessionGroup group) {
    return PreviewLines.counted(group.count(), group.words());
  }

  private static Node statements(SessionGroup group) {
    return PreviewLines.alike(
        group.count(),
        group.sumUs(),
        group.sql().isEmpty() ? "(" + group.words() + ")" : group.sql());
  }

  private static Node statement(ProcessRow row) {
    return PreviewLines.statement(
        row.timeUs(),
        row.user(),
        row.kind() == Kind.IDLE_IN_TRX ? "(idle in transaction)" : row.sql());
  }

  private static <T> void put(VBox box, List<T> all, Function<T, Node> line, String none) {
    if (all.isEmpty()) {
      box.getChildren().setAll(PreviewLines.quiet(none));
    } else {
      box.getChildren().setAll(all.stream().limit(MOST).map(line).toList());
    }
  }
}
