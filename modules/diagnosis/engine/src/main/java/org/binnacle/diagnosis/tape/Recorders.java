package org.binnacle.diagnosis.tape;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// The records that are being made by this program.
public final class Recorders implements AutoCloseable {
  private final Diagnosis diagnosis;
  private final TapeStore store;
  private final Clock clock;
  private final List<Recorder> running = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public Recorders(Diagnosis diagnosis, TapeStore store, Clock clock) {
    this.diagnosis = diagnosis;
    this.store = store;
    this.clock = clock;
  }

  /// Begins a record; blocks for the moment that keeping its head takes.
  ///
  /// @throws Fault with {@link IncidentFaults#RECORDING} where one of them is being recorded
  public Recorder start(String title, List<InstanceRef> instances, RecordLimits limits) {
    String twice =
        instances.stream()
            .filter(instance -> of(instance).isPresent())
            .map(InstanceRef::name)
            .collect(Collectors.joining(", "));
    if (!twice.isEmpty()) {
      throw new Fault(IncidentFaults.RECORDING, twice);
    }
    var recorder = new Recorder(diagnosis, store, title, instances, limits, clock, this::ended);
    running.add(recorder);
    changed();
    return recorder;
  }

  private void ended(Recorder recorder) {
    running.remove(recorder);
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  public List<Recorder> running() {
    return List.copyOf(running);
  }

  /// The record that an instance is in.
  public Optional<Recorder> of(InstanceRef instance) {
    return running.stream().filter(one -> one.has(instance)).findFirst();
  }

  /// Told when one begins or ends, on any thread, until what is handed out is run.
  public Runnable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    listeners.clear();
    running.forEach(Recorder::close);
  }
}
