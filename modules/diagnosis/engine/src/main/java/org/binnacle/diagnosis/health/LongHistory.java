package org.binnacle.diagnosis.health;

/// Undo that purge cannot remove.
final class LongHistory implements Term {
  @Override
  public String id() {
    return "history";
  }

  @Override
  public Points points() {
    return new Points(0, 30, 75);
  }

  @Override
  public Reading read(Checkup now) {
    if (now.fresh().isEmpty() || now.fresh().get().history().isEmpty()) {
      return Reading.FINE;
    }
    long length = now.fresh().get().history().getAsLong();
    return Reading.of(
        now.limits().history().of(length, now.was()),
        () -> "history list of %,d".formatted(length));
  }
}
