package org.binnacle.app.start;

import java.util.List;
import java.util.Optional;
import org.binnacle.app.house.House;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.origin.FileOrigins;
import org.binnacle.review.report.Kept;
import org.binnacle.review.view.Past;

/// The reviews that were kept, as the screen compares with them: those of the command line too.
final class KeptReviews implements Past {
  private final House house;

  private KeptReviews(House house) {
    this.house = house;
  }

  static KeptReviews of(House house) {
    return new KeptReviews(house);
  }

  /// Not on the FX thread: it may be opened by this.
  ReviewHistory history() {
    return house.reviews();
  }

  @Override
  public Optional<List<Kept>> last(String path) {
    var origins = new FileOrigins(Optional.empty(), Optional.empty(), FileOrigins.PATIENCE);
    return history().lastFound(path, origins);
  }
}
