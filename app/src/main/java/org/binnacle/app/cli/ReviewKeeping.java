package org.binnacle.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;
import org.binnacle.review.history.Circumstances;
import org.binnacle.review.history.KeptRun;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.origin.FileOrigins;
import org.binnacle.review.report.Report;
import org.binnacle.review.set.RuleSet;
import org.binnacle.sql.parse.Target;

/// Keeps a run of `binnacle review`. The state is opened beside the review, which takes half a
/// second of a cold start; where it cannot be opened that is told, and the review's own end stands.
final class ReviewKeeping {
  private final Call call;
  private final FileOrigins origins;
  private final FutureTask<ReviewHistory> history;

  ReviewKeeping(Call call, Optional<String> project, Optional<String> author) {
    this.call = call;
    this.origins = new FileOrigins(project, author, FileOrigins.PATIENCE);
    this.history = new FutureTask<>(() -> call.house().reviews());
    Thread.ofVirtual().name("review-history").start(history);
  }

  void keep(Report report, RuleSet set, Target target, List<ReviewFiles.Source> files) {
    try {
      files.forEach(file -> origins.file(file.path(), file.text()));
      history.get().keep(report, new Circumstances(KeptRun.Origin.COMMAND, set, target, origins));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      notKept(e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      notKept(e);
    }
  }

  private void notKept(Throwable why) {
    org.slf4j.LoggerFactory.getLogger(ReviewKeeping.class).warn("a review was not kept", why);
    String words = new Words().of(Fault.of(why)).happened();
    call.tell("This run is not kept for review-stats: " + words);
  }
}
