package org.binnacle.diagnosis.event;

/// What can happen to an instance.
public enum EventKind {
  RESTART("restart", true),
  LOST("no answer", true),
  RECOVERED("answers again", false),
  READ_ONLY("read_only", true),
  ROLE("role", true),
  VARIABLE("variable", false),
  DDL("DDL", false),
  DEADLOCK("deadlock", true),
  CAPTURE("capture", false),
  KILL("kill", false);

  private final String label;
  private final boolean grave;

  EventKind(String label, boolean grave) {
    this.label = label;
    this.grave = grave;
  }

  /// Short, for a mark on a chart.
  public String label() {
    return label;
  }

  /// Whether it is trouble, or may be, and not only an act or the end of one.
  public boolean grave() {
    return grave;
  }
}
