package org.binnacle.explain.view.worksheet;

import java.time.Duration;
import java.util.Optional;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Arming;
import org.binnacle.explain.worksheet.RunRequest;
import org.binnacle.explain.worksheet.SheetRun;
import org.binnacle.explain.worksheet.Worksheet;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Ticker;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Severity;

/// What a worksheet runs: starts it, looks at it while it goes on, ends it. On the FX thread.
final class SheetRuns implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(250);

  private final Kit kit;
  private final Worksheet worksheet;
  private final SheetBar bar;
  private final ResultTabs results;
  private final Drafts drafts;
  private final MessageBar message;
  private final Ticker clock = new Ticker(TICK, this::look);
  private final Runnable changed;
  private Optional<SheetRun> run = Optional.empty();
  private int base;
  private boolean closed;

  SheetRuns(
      Kit kit,
      Worksheet worksheet,
      SheetBar bar,
      ResultTabs results,
      Drafts drafts,
      MessageBar message) {
    this.kit = kit;
    this.worksheet = worksheet;
    this.bar = bar;
    this.results = results;
    this.drafts = drafts;
    this.message = message;
    var latest = FxThread.latest((SheetRun now) -> look());
    changed = () -> worksheet.last().ifPresent(latest);
  }

  /// Runs a text on the chosen instances.
  ///
  /// @param from where it stands in the editor
  void start(String sql, int from, Arming arming) {
    FxThread.check();
    message.clear();
    if (bar.chosen().isEmpty()) {
      message.show(Severity.NOTICE, "Choose an instance to run on.");
      return;
    }
    try {
      results.begin();
      base = from;
      run =
          Optional.of(
              worksheet.start(
                  new RunRequest(bar.chosen(), sql, bar.database(), bar.limits(), arming),
                  changed));
      drafts.ran(sql);
      bar.running(true);
      clock.play();
      look();
    } catch (Fault fault) {
      message.show(fault, kit.words());
    }
  }

  void cancel() {
    run.filter(one -> !one.over()).ifPresent(SheetRun::cancel);
  }

  /// Where in the editor something of the last run stands.
  int at(MessageRow row) {
    return base + row.offset();
  }

  private void look() {
    if (closed) {
      return;
    }
    run.ifPresent(
        one -> {
          results.show(one);
          if (one.over()) {
            clock.stop();
            bar.running(false);
            one.failure().ifPresent(fault -> message.show(fault, kit.words()));
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    clock.stop();
    worksheet.close();
  }
}
