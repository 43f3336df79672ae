package org.binnacle.diagnosis.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hides the noise that is not wanted and counts it by reason, so that nothing vanishes unseen.
public record NoiseFilter(Set<Noise> hidden) {

  public NoiseFilter {
    hidden = Set.copyOf(hidden);
  }

  /// Rows that stay, and how many were hidden for which reason.
  public record Sifted(List<ProcessRow> rows, Map<Noise, Long> hidden) {
    public Sifted {
      rows = List.copyOf(rows);
      hidden = Map.copyOf(hidden);
    }

    public long hiddenCount() {
      return hidden.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Hides all noise.
  public static NoiseFilter standard() {
    return new NoiseFilter(EnumSet.allOf(Noise.class));
  }

  /// Hides nothing.
  public static NoiseFilter everything() {
    return new NoiseFilter(Set.of());
  }

  public NoiseFilter with(Noise noise, boolean hide) {
    var set = EnumSet.noneOf(Noise.class);
    set.addAll(hidden);
    if (hide) {
      set.add(noise);
    } else {
      set.remove(noise);
    }
    return new NoiseFilter(set);
  }

  public boolean hides(ProcessRow row) {
    return noise(row).isPresent();
  }

  /// One that others wait for is what somebody looks for, whatever it is.
  private Optional<Noise> noise(ProcessRow row) {
    return row.blocking().blocker()
        ? Optional.empty()
        : Noise.of(row.kind()).filter(hidden::contains);
  }

  public Sifted sift(List<ProcessRow> rows) {
    var kept = new ArrayList<ProcessRow>(rows.size());
    var counts = new EnumMap<Noise, Long>(Noise.class);
    for (ProcessRow row : rows) {
      var noise = noise(row);
      if (noise.isPresent()) {
        counts.merge(noise.get(), 1L, Long::sum);
      } else {
        kept.add(row);
      }
    }
    return new Sifted(kept, counts);
  }
}
