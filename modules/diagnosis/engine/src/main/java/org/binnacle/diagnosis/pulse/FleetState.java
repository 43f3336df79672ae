package org.binnacle.diagnosis.pulse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// How the whole fleet does at one moment, by instance id.
public record FleetState(Map<String, Beat> beats) {
  /// Worst first: by severity, then by score.
  public static final Comparator<Beat> WORST_FIRST =
      Comparator.comparing(Beat::severity)
          .thenComparing(Comparator.comparingInt(Beat::score).reversed())
          .thenComparing(beat -> beat.instance().name());

  public FleetState {
    beats = Map.copyOf(beats);
  }

  public Optional<Beat> of(String instanceId) {
    return Optional.ofNullable(beats.get(instanceId));
  }

  public long count(Severity severity) {
    return beats.values().stream().filter(beat -> beat.severity() == severity).count();
  }

  /// Instances with something to tell, worst first.
  public List<Beat> problems() {
    return worstFirst().stream().filter(beat -> beat.severity() != Severity.OK).toList();
  }

  public List<Beat> worstFirst() {
    return beats.values().stream().sorted(WORST_FIRST).toList();
  }
}
