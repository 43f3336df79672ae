package org.binnacle.review.view;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.report.Kept;

/// Reviews that were kept, to compare with. Asked off the FX thread.
@FunctionalInterface
public interface Past {

  /// What the last kept review of a path found; nothing where there is none.
  Optional<List<Kept>> last(String path);

  /// Nothing is kept.
  static Past none() {
    return path -> Optional.empty();
  }
}
