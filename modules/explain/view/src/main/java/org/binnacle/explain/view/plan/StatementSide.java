package org.binnacle.explain.view.plan;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.binnacle.explain.view.Kit;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;

/// The left side of the plan screen: the statement, to be explained anew where there are servers,
/// else only to be read.
final class StatementSide implements AutoCloseable {
  private final Optional<LiveActs> acts;
  private final Optional<LivePane> pane;
  private final SqlArea reader = SqlArea.reader();

  /// @param then told of each plan that a server gave, or why it gave none
  StatementSide(Kit kit, Consumer<Outcome<Opened>> then) {
    acts = kit.live().map(live -> new LiveActs(kit, live, then));
    pane = kit.live().map(live -> new LivePane(live, acts.orElseThrow()));
    reader.setMinWidth(120);
  }

  Region node() {
    return pane.<Region>map(one -> one).orElse(reader);
  }

  /// Whether a statement can be typed and explained here.
  boolean live() {
    return pane.isPresent();
  }

  void show(About about) {
    pane.ifPresentOrElse(one -> one.show(about), () -> reader.show(about.sql()));
  }

  boolean holds(Node node) {
    return pane.filter(one -> one.holds(node)).isPresent();
  }

  void running(InstanceRef instance, long connection) {
    acts.ifPresent(one -> one.running(instance, connection));
  }

  void statement(InstanceRef instance, String database, String sql) {
    acts.ifPresent(one -> one.estimate(instance, database, sql));
  }

  @Override
  public void close() {
    pane.ifPresent(LivePane::close);
    acts.ifPresent(LiveActs::close);
    reader.close();
  }
}
