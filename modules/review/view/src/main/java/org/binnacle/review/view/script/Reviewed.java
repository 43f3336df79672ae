package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;

/// A text and what was found in it.
///
/// @param places of lines and columns in the text
/// @param head whether only its beginning was looked at yet
/// @param source the server that was asked for it, now or when the text was another
/// @param behind whether statements are there that the server was not asked about
record Reviewed(
    String path,
    String text,
    Places places,
    FileReport report,
    List<Prediction> predictions,
    ReviewOptions.Ready ready,
    boolean head,
    Optional<LiveSource> source,
    boolean behind) {

  Reviewed {
    predictions = List.copyOf(predictions);
  }
}
