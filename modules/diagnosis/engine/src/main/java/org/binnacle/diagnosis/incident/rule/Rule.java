package org.binnacle.diagnosis.incident.rule;

import java.util.Optional;
import org.binnacle.diagnosis.incident.Finding;

/// One cause that a capture can show. Pure: looks at the evidence only.
public interface Rule {

  /// Its stable, dotted id.
  String id();

  Optional<Finding> look(Evidence evidence);
}
