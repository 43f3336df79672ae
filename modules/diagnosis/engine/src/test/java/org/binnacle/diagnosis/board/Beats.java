package org.binnacle.diagnosis.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Health;
import org.binnacle.diagnosis.health.Signs;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;

/// Beats for tests.
final class Beats {
  private Beats() {}

  static Beat of(String name, Severity severity, int score) {
    return of(name, severity, score, new Signs().vitals());
  }

  static Beat of(String name, Severity severity, int score, Vitals vitals) {
    var ref =
        new InstanceRef(name, name, name + ":3306", "production", "red", Safety.STRICT, "shop");
    var finding =
        new Finding(
            "lock-waits",
            severity,
            score,
            "lock pile: 3 wait",
            Instant.EPOCH,
            Optional.empty(),
            false);
    var findings = score == 0 ? List.<Finding>of() : List.of(finding);
    return new Beat(
        ref,
        Optional.of(vitals),
        new Health(severity, score, findings),
        Optional.empty(),
        3,
        "",
        Duration.ofSeconds(5));
  }
}
