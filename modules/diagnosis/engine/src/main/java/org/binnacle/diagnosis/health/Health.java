package org.binnacle.diagnosis.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// How an instance does, with the reasons.
///
/// @param severity the worst level of what counts; UNKNOWN where there are no data
/// @param score badness, 0 (well) to 100 (down): the worst finding's points and a fifth of the
///   others'
/// @param findings all of them, silenced ones too, those with most points first
public record Health(Severity severity, int score, List<Finding> findings) {
  public static final Health UNKNOWN = new Health(Severity.UNKNOWN, 0, List.of());
  private static final Health WELL = new Health(Severity.OK, 0, List.of());
  private static final double OTHERS = 0.2;

  public Health {
    findings = List.copyOf(findings);
  }

  /// @param blind whether there are no data, so that nothing can be called well
  static Health of(List<Finding> found, boolean blind) {
    if (found.isEmpty()) {
      return blind ? UNKNOWN : WELL;
    }
    List<Finding> sorted =
        found.stream()
            .sorted(
                Comparator.comparing(Finding::level)
                    .thenComparing(Comparator.comparingInt(Finding::points).reversed())
                    .thenComparing(Finding::term))
            .toList();
    List<Finding> counted = sorted.stream().filter(finding -> !finding.silenced()).toList();
    int worst = counted.stream().mapToInt(Finding::points).max().orElse(0);
    int all = counted.stream().mapToInt(Finding::points).sum();
    int score = (int) Math.min(100, Math.round(worst + OTHERS * (all - worst)));
    Severity level =
        counted.stream().map(Finding::level).min(Comparator.naturalOrder()).orElse(Severity.OK);
    Severity severity = blind && level != Severity.CRITICAL ? Severity.UNKNOWN : level;
    return new Health(severity, score, sorted);
  }

  /// The worst finding that counts.
  public Optional<Finding> worst() {
    for (Finding finding : findings) {
      if (!finding.silenced()) {
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  public Optional<Finding> finding(String term) {
    return findings.stream().filter(finding -> finding.term().equals(term)).findFirst();
  }
}
