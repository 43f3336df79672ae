package org.binnacle.diagnosis.view.instance;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.kernel.InstanceRef;

/// What a view is given.
///
/// @param title such as the instance's or the cluster's name
/// @param instances one, or those of a cluster
/// @param go see {@link #show}
/// @param moments the marks A and B of the panel
/// @param looks what the views of the panel have seen in the last minutes
public record Scope(
    Kit kit,
    String title,
    List<InstanceRef> instances,
    BiConsumer<String, Optional<Point>> go,
    Moments moments,
    LastLooks looks) {

  public Scope {
    instances = List.copyOf(instances);
  }

  /// Whether it is about several instances.
  public boolean merged() {
    return instances.size() > 1;
  }

  /// What was recorded does not grow old.
  public Clock clock() {
    return kit.recorded().map(at -> Clock.fixed(at, ZoneOffset.UTC)).orElse(Clock.systemUTC());
  }

  /// Goes to another view of the same panel by its key, such as `locks`; nothing where there is no
  /// such view.
  public void show(String view) {
    go.accept(view, Optional.empty());
  }

  /// The same, at a session.
  public void show(String view, Point at) {
    go.accept(view, Optional.of(at));
  }
}
