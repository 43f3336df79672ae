package org.binnacle.diagnosis.incident.step;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.lock.Contended;
import org.binnacle.diagnosis.lock.LockNode;
import org.binnacle.diagnosis.lock.LockReader;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.lock.LockTree;
import org.binnacle.diagnosis.lock.LockWait;
import org.binnacle.diagnosis.lock.PastStatement;
import org.binnacle.diagnosis.lock.Who;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// The blocking tree: row locks and metadata locks together.
public final class LocksStep implements Step {
  private static final List<String> COLUMNS =
      List.of(
          "depth",
          "who",
          "id",
          "user",
          "host",
          "doing",
          "trx_age_us",
          "rows_modified",
          "rows_locked",
          "waited_us",
          "blocks",
          "sum_waited_us",
          "frees",
          "waits_for",
          "lock_kind",
          "lock",
          "table",
          "mode",
          "inferred",
          "cycle",
          "sql",
          "last_sql");

  private final LockReader reader;
  private Optional<LockScene> seen = Optional.empty();

  public LocksStep(Clock clock) {
    this.reader = new LockReader(clock);
  }

  @Override
  public String name() {
    return "locks";
  }

  @Override
  public String words() {
    return "Locks";
  }

  @Override
  public Optional<Capability> needs() {
    return Optional.of(Capability.PROCESS);
  }

  @Override
  public void take(Session session, Context context, int round) {
    LockScene scene = reader.read(session);
    seen = Optional.of(scene);
    for (LockWait wait : scene.tree().waits()) {
      context.table(wait.lock().schema(), wait.lock().table());
    }
  }

  @Override
  public Content content() {
    Content content = Content.empty();
    seen.ifPresent(
        scene -> {
          content.grid("tree", grid(scene.tree()));
          content.text("summary", LockText.summary(scene.tree()));
          scene.notes().forEach(content::note);
          scene.denied().forEach(denied -> content.note(denied.what() + ": " + denied.grant()));
        });
    return content;
  }

  /// A line for each place of the tree, roots before those that wait for them.
  public static Grid grid(LockTree tree) {
    return Grid.of(COLUMNS, tree.nodes().stream().map(LocksStep::row).toList());
  }

  private static List<String> row(LockNode node) {
    Optional<ProcessRow> row = node.party().row();
    Optional<LockWait> wait = node.waits().stream().findFirst();
    Optional<Contended> lock = wait.map(LockWait::lock);
    var trx = node.party().trx().or(() -> row.flatMap(ProcessRow::trx));
    var cells = new ArrayList<String>();
    cells.add(String.valueOf(node.depth()));
    cells.add(node.who().words());
    cells.add(node.who().hasConnection() ? String.valueOf(node.who().connectionId()) : "");
    cells.add(row.map(ProcessRow::user).orElse(""));
    cells.add(row.map(one -> one.client().ip()).orElse(""));
    cells.add(node.party().doing());
    cells.add(trx.map(one -> String.valueOf(one.ageUs())).orElse(""));
    cells.add(trx.map(one -> String.valueOf(one.rowsModified())).orElse(""));
    cells.add(trx.map(one -> String.valueOf(one.rowsLocked())).orElse(""));
    cells.add(String.valueOf(node.waitedUs()));
    cells.add(String.valueOf(node.blocks()));
    cells.add(String.valueOf(node.sumWaitedUs()));
    cells.add(String.valueOf(node.frees()));
    cells.add(
        node.waits().stream()
            .map(one -> one.blocker().map(Who::words).orElse("?"))
            .distinct()
            .collect(Collectors.joining(" ")));
    cells.add(wait.map(one -> one.kind().words()).orElse(""));
    cells.add(lock.map(Contended::words).orElse(""));
    cells.add(lock.map(Contended::object).orElse(""));
    cells.add(lock.map(Contended::mode).orElse(""));
    cells.add(node.waits().stream().anyMatch(LockWait::inferred) ? "yes" : "");
    cells.add(node.cycle() ? "yes" : "");
    cells.add(row.map(ProcessRow::sql).orElse(""));
    cells.add(
        node.party().last().stream()
            .map(PastStatement::sql)
            .filter(sql -> !sql.isBlank())
            .collect(Collectors.joining(";\n")));
    return cells;
  }
}
