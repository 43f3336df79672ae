package org.binnacle.diagnosis.incident.rule;

import java.util.List;
import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.kernel.Severity;

/// The account may not see what an incident is read by: that nothing is found then means little.
final class NotSeen implements Rule {
  @Override
  public String id() {
    return "account.denied";
  }

  @Override
  public Optional<Finding> look(Evidence evidence) {
    List<Part> denied =
        evidence.recorded().parts().stream()
            .filter(part -> part.status() == Part.Status.DENIED)
            .toList();
    if (denied.isEmpty()) {
      return Optional.empty();
    }
    boolean blind =
        denied.stream().map(Part::step).anyMatch(List.of("sessions", "locks")::contains);
    return Optional.of(
        evidence.finding(
            this,
            blind ? Severity.WARNING : Severity.NOTICE,
            "This account may not see everything: "
                + String.join(", ", denied.stream().map(Part::step).toList())
                + (blind ? ". What is wrong may be among it." : "."),
            denied.stream().map(part -> part.step() + ": " + part.detail()).toList(),
            "Capture with an account that may (binnacle fleet test names the GRANTs)."));
  }
}
