package org.binnacle.diagnosis.health;

/// One thing that can be wrong with an instance. A new one is a file and a line in {@link Terms}.
interface Term {

  /// Stable, such as `lock-waits`: the name in JSON, in queries and in acknowledgements.
  String id();

  Points points();

  Reading read(Checkup now);
}
