package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.mysql.Server;

/// Looks at several instances at once; a hung one delays no other.
public final class MergedWatch implements AutoCloseable {
  private final Map<String, Look> looks = new LinkedHashMap<>();
  private final List<Watches.Viewer> viewers = new ArrayList<>();
  private final Consumer<Merged> onMerged;
  private boolean closed;

  /// @param onMerged called after each round of any instance, on that instance's thread
  public MergedWatch(
      Watches watches, List<Server> servers, Duration interval, Consumer<Merged> onMerged) {
    this.onMerged = onMerged;
    synchronized (looks) {
      servers.forEach(server -> looks.put(server.id(), Look.none(server.ref(), interval)));
      servers.forEach(server -> viewers.add(watches.look(server, interval, this::seen)));
    }
  }

  private MergedWatch(List<Look> recorded, Consumer<Merged> onMerged) {
    this.onMerged = onMerged;
    synchronized (looks) {
      recorded.forEach(look -> looks.put(look.instance().id(), look));
    }
  }

  /// What was recorded: told once, on a thread of ours, and never asked again.
  public static MergedWatch still(List<Look> recorded, Consumer<Merged> onMerged) {
    var watch = new MergedWatch(recorded, onMerged);
    Thread.ofVirtual().name("recorded").start(() -> recorded.forEach(watch::seen));
    return watch;
  }

  private void seen(Look look) {
    Merged merged;
    synchronized (looks) {
      if (closed || looks.replace(look.instance().id(), look) == null) {
        return;
      }
      merged = Merged.of(looks.values());
    }
    onMerged.accept(merged);
  }

  public void interval(Duration wanted) {
    viewers.forEach(viewer -> viewer.interval(wanted));
  }

  public void want(Want wanted) {
    viewers.forEach(viewer -> viewer.want(wanted));
  }

  public void lookNow() {
    viewers.forEach(Watches.Viewer::lookNow);
  }

  @Override
  public void close() {
    synchronized (looks) {
      closed = true;
    }
    viewers.forEach(Watches.Viewer::close);
  }
}
