package org.binnacle.diagnosis.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.past.LastLooks;
import org.binnacle.diagnosis.past.PastMoment;
import org.binnacle.diagnosis.tape.Tape;
import org.binnacle.diagnosis.tape.TapeLooks;
import org.binnacle.diagnosis.tape.TapeStore;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Records as they stand among the incidents: each by its last moment, with all its looks behind
/// it.
final class Records {
  private final TapeStore store;

  Records(TapeStore store) {
    this.store = store;
  }

  List<Incident.Head> list(String containing, int limit) {
    String wanted = containing.toLowerCase(Locale.ROOT);
    return store.list().stream()
        .filter(tape -> wanted.isEmpty() || text(tape).contains(wanted))
        .limit(limit)
        .map(Records::head)
        .toList();
  }

  private static String text(Tape tape) {
    String names =
        tape.instances().stream().map(InstanceRef::name).collect(Collectors.joining(" "));
    return String.join("\n", tape.id(), tape.title(), tape.words(), tape.note(), names)
        .toLowerCase(Locale.ROOT);
  }

  private static Incident.Head head(Tape tape) {
    return new Incident.Head(
        tape.id(),
        tape.from(),
        tape.title(),
        Incident.RECORD,
        tape.note(),
        false,
        tape.instances().stream().map(InstanceRef::name).toList(),
        Severity.NOTICE,
        tape.words());
  }

  Optional<Incident> find(String id) {
    return store
        .find(id)
        .map(
            tape ->
                new PastMoment(
                        TapeLooks.of(store, tape, tape.instances()).apply(tape.instances()),
                        tape.to())
                    .incident(tape.id(), tape.title(), tape.words())
                    .noted(tape.note()));
  }

  Optional<Function<List<InstanceRef>, LastLooks>> looks(String id, List<InstanceRef> as) {
    return store.find(id).map(tape -> TapeLooks.of(store, tape, as));
  }

  void note(String id, String note) {
    store.note(id, note);
  }

  void remove(String id) {
    boolean ignored = store.remove(id);
  }
}
