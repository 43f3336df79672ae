package org.binnacle.app.start;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.house.House;
import org.binnacle.review.history.Circumstances;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.origin.FileOrigins;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.view.Past;
import org.binnacle.sql.parse.Target;

/// The reviews that are kept, of the screen and of the command line: the screen compares with both.
final class KeptReviews implements Past {
  /// Whose name kept reviews bear; where it says nothing git and the scripts are asked.
  static final String AUTHOR = "review.author";

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

  @Override
  public void keep(Report report, RuleSet set, Target target, Map<String, String> texts) {
    Optional<String> author = house.settings().get(AUTHOR).filter(name -> !name.isBlank());
    var origins = new FileOrigins(Optional.empty(), author, FileOrigins.PATIENCE);
    texts.forEach(origins::file);
    history().keep(report, new Circumstances(KeptRun.Origin.WINDOW, set, target, origins));
  }
}
