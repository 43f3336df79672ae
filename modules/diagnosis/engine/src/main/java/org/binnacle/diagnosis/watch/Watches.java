package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.binnacle.diagnosis.session.ProcessReader;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.session.Want;
import org.binnacle.mysql.Connections;
import org.binnacle.mysql.Server;

/// One watch for each instance that somebody looks at, shared by all who do: two panels on one
/// instance ask it once. The watch runs at the shortest interval and for the most rows that any of
/// them wants, and ends with the last.
public final class Watches implements AutoCloseable {
  private final Connections connections;
  private final ProcessReader reader;
  private final Consumer<ProcessSnapshot> note;
  private final Map<String, Shared> open = new HashMap<>();

  public Watches(Connections connections, ProcessReader reader) {
    this(connections, reader, seen -> {});
  }

  /// @param note takes each list that comes, on a thread of ours; must not block
  public Watches(Connections connections, ProcessReader reader, Consumer<ProcessSnapshot> note) {
    this.note = note;
    this.connections = connections;
    this.reader = reader;
  }

  private record Shared(SessionWatch watch, List<Viewer> viewers) {}

  /// Somebody who looks at one instance until closed.
  public final class Viewer implements AutoCloseable {
    private final String instanceId;
    private final Consumer<Look> onLook;
    private Duration interval;
    private Want want = Want.active();

    private Viewer(String instanceId, Duration interval, Consumer<Look> onLook) {
      this.instanceId = instanceId;
      this.interval = interval;
      this.onLook = onLook;
    }

    public void interval(Duration wanted) {
      synchronized (open) {
        interval = wanted;
        settle(instanceId);
      }
    }

    public void want(Want wanted) {
      synchronized (open) {
        want = wanted;
        settle(instanceId);
      }
    }

    public void lookNow() {
      synchronized (open) {
        Shared shared = open.get(instanceId);
        if (shared != null) {
          shared.watch().lookNow();
        }
      }
    }

    @Override
    public void close() {
      leave(this);
    }
  }

  /// @param onLook called after each round on the watch's thread; must not block
  public Viewer look(Server server, Duration interval, Consumer<Look> onLook) {
    var viewer = new Viewer(server.id(), interval, onLook);
    synchronized (open) {
      Shared shared = open.get(server.id());
      if (shared != null && !shared.watch().server().equals(server)) {
        // The instance was edited meanwhile: its viewers follow to the new place.
        shared.watch().close();
        shared = start(server, interval, shared.viewers());
      } else if (shared == null) {
        shared = start(server, interval, new CopyOnWriteArrayList<>());
      }
      shared.viewers().add(viewer);
      settle(server.id());
      Look newest = shared.watch().newest();
      if (newest.rounds() > 0) {
        onLook.accept(newest);
      }
    }
    return viewer;
  }

  private Shared start(Server server, Duration interval, List<Viewer> viewers) {
    var watch =
        new SessionWatch(
            server,
            connections,
            reader,
            interval,
            look -> {
              if (look.fault().isEmpty()) {
                look.snapshot().ifPresent(note);
              }
              viewers.forEach(viewer -> viewer.onLook.accept(look));
            });
    var shared = new Shared(watch, viewers);
    open.put(server.id(), shared);
    return shared;
  }

  private void settle(String instanceId) {
    Shared shared = open.get(instanceId);
    if (shared == null || shared.viewers().isEmpty()) {
      return;
    }
    var viewers = shared.viewers();
    shared
        .watch()
        .interval(
            viewers.stream()
                .map(viewer -> viewer.interval)
                .min(Comparator.naturalOrder())
                .orElseThrow());
    shared
        .watch()
        .want(
            new Want(
                viewers.stream().anyMatch(viewer -> viewer.want.idle()),
                viewers.stream().anyMatch(viewer -> viewer.want.background()),
                viewers.stream().mapToInt(viewer -> viewer.want.limit()).max().orElseThrow(),
                viewers.stream().mapToInt(viewer -> viewer.want.sqlLength()).max().orElseThrow()));
  }

  private void leave(Viewer viewer) {
    synchronized (open) {
      Shared shared = open.get(viewer.instanceId);
      if (shared == null || !shared.viewers().remove(viewer)) {
        return;
      }
      if (shared.viewers().isEmpty()) {
        open.remove(viewer.instanceId);
        shared.watch().close();
      } else {
        settle(viewer.instanceId);
      }
    }
  }

  /// The newest look at an instance; empty where nobody looks.
  public Optional<Look> newest(String instanceId) {
    synchronized (open) {
      return Optional.ofNullable(open.get(instanceId)).map(shared -> shared.watch().newest());
    }
  }

  /// How many instances are being looked at.
  public int size() {
    synchronized (open) {
      return open.size();
    }
  }

  @Override
  public void close() {
    synchronized (open) {
      new ArrayList<>(open.values()).forEach(shared -> shared.watch().close());
      open.clear();
    }
  }
}
