package org.binnacle.diagnosis.view.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.binnacle.diagnosis.health.Silences;
import org.binnacle.diagnosis.replication.ReplicaMark;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.ViewHead;
import org.binnacle.kernel.InstanceRef;

/// Says of members that their trouble is known, or that they are in maintenance, for a while; the
/// board knows it too.
final class ReplicaMarks {
  private static final List<Length> LENGTHS =
      List.of(
          new Length("30 minutes", Duration.ofMinutes(30)),
          new Length("2 hours", Duration.ofHours(2)),
          new Length("8 hours", Duration.ofHours(8)),
          new Length("24 hours", Duration.ofHours(24)));

  private final Kit kit;
  private final ViewHead head;
  private final Runnable changed;

  private record Length(String words, Duration length) {}

  /// @param changed run after each change
  ReplicaMarks(Kit kit, ViewHead head, Runnable changed) {
    this.kit = kit;
    this.head = head;
    this.changed = changed;
  }

  /// What was recorded has no marks of now.
  Optional<ReplicaMark> of(String instanceId) {
    return kit.recorded().isPresent()
        ? Optional.empty()
        : ReplicaMark.of(kit.diagnosis().silences(), instanceId);
  }

  List<MenuItem> menu(List<ReplicaLine> lines) {
    List<InstanceRef> instances =
        lines.stream().map(line -> line.member().instance()).distinct().toList();
    if (instances.isEmpty() || kit.recorded().isPresent()) {
      return List.of();
    }
    String whom =
        instances.size() == 1 ? instances.getFirst().name() : instances.size() + " instances";
    var items = new ArrayList<MenuItem>();
    items.add(
        lengths(
            "Acknowledge the replication of " + whom,
            instances,
            (silences, id, length) -> {
              silences.silence(id, ReplicaMark.REPLICATION, length);
              silences.silence(id, ReplicaMark.UNREACHABLE, length);
            }));
    items.add(lengths("Maintenance of " + whom, instances, Silences::maintain));
    if (instances.stream().anyMatch(one -> of(one.id()).isPresent())) {
      items.add(item("Take the mark off " + whom, instances, this::lift));
    }
    return items;
  }

  private interface Act {
    void on(Silences silences, String instanceId, Duration length);
  }

  private Menu lengths(String words, List<InstanceRef> instances, Act act) {
    var menu = new Menu(words);
    menu.setMnemonicParsing(false);
    for (Length length : LENGTHS) {
      menu.getItems()
          .add(
              item(
                  "for " + length.words(),
                  instances,
                  id -> act.on(kit.diagnosis().silences(), id, length.length())));
    }
    return menu;
  }

  private MenuItem item(String words, List<InstanceRef> instances, Consumer<String> act) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(
        event -> {
          if (!head.refused()) {
            instances.forEach(one -> act.accept(one.id()));
            changed.run();
          }
        });
    return item;
  }

  private void lift(String id) {
    Silences silences = kit.diagnosis().silences();
    silences.lift(id, Silences.MAINTENANCE);
    silences.lift(id, ReplicaMark.REPLICATION);
    silences.lift(id, ReplicaMark.UNREACHABLE);
  }
}
