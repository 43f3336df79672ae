package org.binnacle.diagnosis.view.locks;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sql.SqlArea;

/// The place of the tree under the eye: its statements, and what it waits for and holds up.
final class LockDetail extends BorderPane implements AutoCloseable {
  private final Label heading = new Label();
  private final SqlArea sql = SqlArea.reader();
  private final GridPane facts = new GridPane();
  private List<String> told = List.of();

  LockDetail(Runnable hide) {
    getStyleClass().add("session-detail");
    heading.getStyleClass().add("heading");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(heading, gap, Icons.button("mdi2c-close", "Hide the detail (Esc)", hide));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("detail-head");
    facts.getStyleClass().add("facts");
    var scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    var split = new SplitPane(sql, scroll);
    split.setDividerPositions(0.55);
    setTop(head);
    setCenter(split);
  }

  void show(LockLine line) {
    LockNode node = line.node();
    heading.setText(
        (node.who().words() + "  " + node.party().account() + "  " + node.party().doing()).strip());
    String statements = statements(node);
    sql.show(statements.isEmpty() ? "-- no statement is known" : statements);
    var now = facts(line);
    if (!now.equals(told)) {
      told = now;
      fill(now);
    }
  }

  private static String statements(LockNode node) {
    var text = new StringBuilder();
    if (!node.party().idle()) {
      text.append(node.party().sql()).append('\n');
    }
    for (PastStatement past : node.party().last()) {
      text.append("-- ")
          .append(past.agoUs() < 0 ? "before" : Span.wholeSeconds(past.agoUs()) + " ago")
          .append(past.tookUs() < 0 ? "" : ", took " + Span.words(past.tookUs()))
          .append(past.rowsAffected() > 0 ? ", rows: %,d".formatted(past.rowsAffected()) : "")
          .append('\n')
          .append(past.sql().isEmpty() ? "-- (no text was kept)" : past.sql())
          .append('\n');
    }
    return text.toString().strip();
  }

  /// Names and values in turn.
  private static List<String> facts(LockLine line) {
    LockNode node = line.node();
    var facts = new ArrayList<String>();
    for (LockWait wait : node.waits()) {
      facts.add(wait.blocker().map(one -> "Waits for " + one.words()).orElse("Waits for"));
      facts.add(
          (wait.blocker().isEmpty() ? "somebody who is not seen: " : "")
              + wait.kind().words()
              + " "
              + wait.lock().words()
              + (wait.inferred() ? " (inferred)" : ""));
    }
    if (node.blocks() > 0) {
      facts.addAll(
          List.of(
              "Blocks", "%,d, %s in all".formatted(node.blocks(), Span.words(node.sumWaitedUs()))));
      facts.addAll(List.of("Kill", LockText.frees(node)));
    }
    if (node.cycle()) {
      facts.addAll(
          List.of("Cycle", "it waits for itself through others; InnoDB does not see this one"));
    }
    LockColumns.trx(line)
        .ifPresent(
            trx ->
                facts.addAll(
                    List.of(
                        "Transaction",
                        "%s, modified rows: %,d, locked: %,d"
                            .formatted(
                                Span.wholeSeconds(trx.ageUs()),
                                trx.rowsModified(),
                                trx.rowsLocked()))));
    node.party()
        .row()
        .ifPresent(
            row -> {
              add(facts, "Db", row.db());
              add(facts, "State", row.state());
              add(facts, "Command", row.command() + ", " + Span.words(row.timeUs()));
              add(facts, "Program", row.program());
            });
    if (!node.who().hasConnection()) {
      facts.addAll(
          List.of(
              "No connection",
              "KILL can't reach it. XA RECOVER names prepared transactions; XA ROLLBACK or XA"
                  + " COMMIT ends one."));
    }
    if (!node.root() && !line.root().equals(Who.session(0))) {
      facts.addAll(List.of("Root", line.root().words()));
    }
    return facts;
  }

  private static void add(List<String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(name);
      facts.add(value);
    }
  }

  private void fill(List<String> now) {
    facts.getChildren().clear();
    for (int i = 0; i < now.size(); i += 2) {
      var name = new Label(now.get(i));
      name.getStyleClass().add("muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      var value = new Label(now.get(i + 1));
      value.setWrapText(true);
      facts.addRow(i / 2, name, value);
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
