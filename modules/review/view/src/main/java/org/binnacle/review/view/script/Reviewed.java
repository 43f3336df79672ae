package org.binnacle.review.view.script;

import java.util.List;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.report.FileReport;

/// A text and what was found in it.
///
/// @param head whether only its beginning was looked at yet
record Reviewed(
    String path,
    String text,
    FileReport report,
    List<Prediction> predictions,
    ReviewOptions.Ready ready,
    boolean head) {

  Reviewed {
    predictions = List.copyOf(predictions);
  }
}
