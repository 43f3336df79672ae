package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.review.Review;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveSource;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.view.server.Answers;
import org.binnacle.sql.Script;

/// Reviews one text; blocks, so not on the FX thread.
final class Reviewing {
  private final Readied readied = new Readied();

  /// @param answers what a server has told; others are not asked here
  Reviewed of(
      Question question,
      ReviewOptions options,
      Optional<Answers> answers,
      Cancel cancel,
      boolean head) {
    Optional<Live> live = answers.map(a -> new Live(a.memory(), a.limits(), cancel));
    if (live.isPresent()) {
      answers.get().memory().beginText();
      try {
        var ready = options.ready(live.get(), question.texts(), answers.get().database());
        return reviewed(question, ready, live, answers, cancel, head);
      } catch (Fault e) {
        // Half a name that was typed since: without the server's tables, then.
        if (!e.code().equals(ReviewFaults.NO_DATABASE)) {
          throw e;
        }
      }
    }
    return reviewed(
        question, readied.of(options), Optional.empty(), Optional.empty(), cancel, head);
  }

  private static Reviewed reviewed(
      Question question,
      ReviewOptions.Ready ready,
      Optional<Live> live,
      Optional<Answers> answers,
      Cancel cancel,
      boolean head) {
    Review review = ready.review(live, cancel);
    if (ready.schema().isComplete()) {
      question.before().forEach(script -> review.file(script.path(), script.text()));
    }
    var predictions = new ArrayList<Prediction>();
    FileReport report =
        review.file(
            question.path(),
            question.text(),
            subject -> subject.foretold().ifPresent(predictions::add));
    return new Reviewed(
        question.path(),
        question.text(),
        new Places(question.text()),
        report,
        predictions,
        ready,
        head,
        live.map(LiveSource::of),
        answers.map(a -> a.memory().isBehind()).orElse(false));
  }

  /// Asks a server for all that the rules want to know of a text, which is then in its memory.
  static void ask(
      Question question, ReviewOptions options, Answers answers, Progress progress, Cancel cancel) {
    var live = new Live(answers.memory(), answers.limits(), cancel);
    progress.at("the tables", 0, -1);
    var ready = options.ready(live, question.texts(), answers.database());
    Review review = ready.review(Optional.of(live), cancel);
    question.before().forEach(script -> review.file(script.path(), script.text()));
    int all = Script.cut(question.text(), ready.target().modes()).statements().size();
    int[] done = new int[1];
    at(progress, 0, all);
    review.file(question.path(), question.text(), subject -> at(progress, ++done[0], all));
  }

  /// The statement that is asked about now.
  private static void at(Progress progress, int done, int all) {
    progress.at("statement %,d of %,d".formatted(Math.min(done + 1, all), all), done, all);
  }
}
