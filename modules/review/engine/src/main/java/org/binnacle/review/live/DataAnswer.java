package org.binnacle.review.live;

/// Whether rows do not fit.
public sealed interface DataAnswer {

  /// None does.
  record Fits() implements DataAnswer {}

  /// At least one does not.
  record Unfit() implements DataAnswer {}

  /// Nobody knows: it took too long, or may not be asked.
  record NotKnown(String why) implements DataAnswer {}
}
