package org.binnacle.diagnosis.topsql;

/// What statements cost together; times in microseconds.
///
/// @param count statements that ended
/// @param timeUs their elapsed time
/// @param lockUs time in the table lock phase, as SUM_LOCK_TIME tells it
/// @param cpuUs CPU time; 0 where the server does not measure it
/// @param affected rows changed
/// @param tmp internal temporary tables
/// @param tmpDisk those of them on disk
/// @param noIndex executions that read a table without an index
public record Counters(
    long count,
    long timeUs,
    long lockUs,
    long cpuUs,
    long errors,
    long warnings,
    long affected,
    long sent,
    long examined,
    long tmp,
    long tmpDisk,
    long noIndex) {
  public static final Counters ZERO = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// How many numbers there are; {@link #at} tells them in their order.
  static final int SIZE = 12;

  public Counters plus(Counters other) {
    return of(i -> at(i) + other.at(i));
  }

  public Counters minus(Counters before) {
    return of(i -> at(i) - before.at(i));
  }

  /// Whether any number is smaller than it was: then counting began anew in between.
  public boolean fellBelow(Counters before) {
    for (int i = 0; i < SIZE; i++) {
      if (at(i) < before.at(i)) {
        return true;
      }
    }
    return false;
  }

  public boolean isZero() {
    return count == 0 && timeUs == 0 && errors == 0;
  }

  long at(int index) {
    return switch (index) {
      case 0 -> count;
      case 1 -> timeUs;
      case 2 -> lockUs;
      case 3 -> cpuUs;
      case 4 -> errors;
      case 5 -> warnings;
      case 6 -> affected;
      case 7 -> sent;
      case 8 -> examined;
      case 9 -> tmp;
      case 10 -> tmpDisk;
      case 11 -> noIndex;
      default -> throw new IndexOutOfBoundsException(index);
    };
  }

  static Counters of(java.util.function.IntToLongFunction number) {
    return new Counters(
        number.applyAsLong(0),
        number.applyAsLong(1),
        number.applyAsLong(2),
        number.applyAsLong(3),
        number.applyAsLong(4),
        number.applyAsLong(5),
        number.applyAsLong(6),
        number.applyAsLong(7),
        number.applyAsLong(8),
        number.applyAsLong(9),
        number.applyAsLong(10),
        number.applyAsLong(11));
  }
}
