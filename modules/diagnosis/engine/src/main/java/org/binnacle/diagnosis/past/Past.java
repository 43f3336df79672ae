package org.binnacle.diagnosis.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks that are kept, found by their time. From any thread; {@link #at} may cost some
/// milliseconds, so it is not for the FX thread.
public interface Past<S> {

  /// A look of the past.
  record Then<S>(Instant at, S scene) {}

  /// The times of all looks that are kept, oldest first.
  List<Instant> times();

  /// What they take in memory.
  long bytes();

  /// The last look at a time or before it; the oldest where all came later.
  Optional<Then<S>> at(Instant wanted);

  /// Nothing is kept.
  static <S> Past<S> none() {
    return new Past<>() {
      @Override
      public List<Instant> times() {
        return List.of();
      }

      @Override
      public long bytes() {
        return 0;
      }

      @Override
      public Optional<Then<S>> at(Instant wanted) {
        return Optional.empty();
      }
    };
  }
}
