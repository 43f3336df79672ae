package org.binnacle.app.start;

import java.util.Optional;
import org.binnacle.app.house.House;
import org.binnacle.review.origin.FileOrigins;
import org.binnacle.review.view.Past;

/// The reviews that were kept, as the screen compares with them: those of the command line too.
final class KeptReviews {
  private KeptReviews() {}

  static Past of(House house) {
    return path ->
        house
            .reviews()
            .lastFound(
                path, new FileOrigins(Optional.empty(), Optional.empty(), FileOrigins.PATIENCE));
  }
}
