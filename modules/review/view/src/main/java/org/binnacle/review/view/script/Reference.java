package org.binnacle.review.view.script;

import java.util.List;
import org.binnacle.review.report.Kept;

/// What a review is compared with.
///
/// @param name as it is shown, such as a file's
record Reference(String name, List<Kept> kept) {

  Reference {
    kept = List.copyOf(kept);
  }
}
