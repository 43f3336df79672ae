package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Severity;

/// A captured scene: what a few instances did in some seconds. Never changes, its note apart.
///
/// @param id a UUID as text
/// @param trigger what started it: `by hand`, or a condition in words
/// @param note the user's
/// @param masked whether literals, hosts and users were taken out of it
/// @param findings the worst first
public record Incident(
    String id,
    Instant at,
    Duration took,
    String title,
    String trigger,
    String note,
    boolean masked,
    List<Recorded> recorded,
    List<Finding> findings) {

  public Incident {
    recorded = List.copyOf(recorded);
    findings = List.copyOf(findings);
  }

  public Incident noted(String text) {
    return new Incident(id, at, took, title, trigger, text, masked, recorded, findings);
  }

  Incident as(String otherId) {
    return new Incident(otherId, at, took, title, trigger, note, masked, recorded, findings);
  }

  public Optional<Recorded> of(String instanceName) {
    return recorded.stream().filter(one -> one.instance().name().equals(instanceName)).findFirst();
  }

  /// What the heads of records say of their trigger.
  public static final String RECORD = "record";

  /// The cause in a line.
  public String summary() {
    return findings.isEmpty() ? "nothing unusual was found" : findings.getFirst().words();
  }

  /// How it appears in a list.
  public Head head() {
    return new Head(
        id,
        at,
        title,
        trigger,
        note,
        masked,
        recorded.stream().map(one -> one.instance().name()).toList(),
        findings.isEmpty() ? Severity.OK : findings.getFirst().severity(),
        summary());
  }

  /// What a list shows of an incident.
  public record Head(
      String id,
      Instant at,
      String title,
      String trigger,
      String note,
      boolean masked,
      List<String> instances,
      Severity severity,
      String summary) {
    public Head {
      instances = List.copyOf(instances);
    }
  }
}
