package org.binnacle.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.lock.LockText;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.trx.OpenTrx;
import org.binnacle.diagnosis.trx.TrxDocument;
import org.binnacle.diagnosis.trx.TrxScene;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `binnacle transactions`.
@Command(
    name = "transactions",
    description = "Show open transactions, oldest first, with what they have run.",
    footerHeading = "%nFor example:%n",
    footer = {
      "  binnacle transactions shop-1 --idle --older 60s",
      "  binnacle transactions shop-1 --by modified --statements"
    })
final class TransactionsCommand implements Callable<Integer> {
  private final Call call;

  TransactionsCommand(Call call) {
    this.call = call;
  }

  @Parameters(
      paramLabel = "TARGET",
      description = "A name of the inventory, or mysql://user@host:port.")
  String target = "";

  @Option(
      names = "--by",
      paramLabel = "ORDER",
      description = "age, modified or locked (default: age).")
  String by = "age";

  @Option(names = "--idle", description = "Only those whose session sleeps.")
  boolean idle;

  @Option(names = "--older", paramLabel = "TIME", description = "Only older ones: 30s, 10m.")
  String older = "";

  @Option(names = "--statements", description = "Also the statements that have ended in each.")
  boolean statements;

  @Option(
      names = {"-w", "--watch"},
      description = "Look again every two seconds until Ctrl+C; with --json one document a line.")
  boolean watch;

  @Override
  public Integer call() {
    Comparator<OpenTrx> order =
        switch (by.toLowerCase(Locale.ROOT)) {
          case "age" -> Comparator.comparingLong(OpenTrx::ageUs).reversed();
          case "modified", "undo", "rows" ->
              Comparator.comparingLong(OpenTrx::rowsModified).reversed();
          case "locked" -> Comparator.comparingLong(OpenTrx::rowsLocked).reversed();
          default ->
              throw new Fault(
                  CliFaults.USAGE,
                  "binnacle transactions: --by takes age, modified or locked; not " + by);
        };
    long atLeastUs = older.isEmpty() ? 0 : Times.span(older).toNanos() / 1_000;
    Server server = call.target(target);
    var repeat =
        new Repeat(
            call,
            () -> {
              TrxScene scene =
                  wanted(call.house().diagnosis().transactions(server), order, atLeastUs);
              return new Repeat.Shown(lines(scene), TrxDocument.of(scene));
            });
    return watch ? repeat.every(Duration.ofSeconds(2)) : repeat.once();
  }

  private TrxScene wanted(TrxScene scene, Comparator<OpenTrx> order, long atLeastUs) {
    List<OpenTrx> kept =
        scene.transactions().stream()
            .filter(trx -> !idle || trx.idle())
            .filter(trx -> trx.ageUs() >= atLeastUs)
            .sorted(order)
            .toList();
    return new TrxScene(
        scene.instance(),
        scene.at(),
        scene.took(),
        kept,
        scene.historyLength(),
        scene.notes(),
        scene.denied());
  }

  private List<String> lines(TrxScene scene) {
    var lines = new ArrayList<String>();
    String head = scene.instance().name() + ": " + scene.summary();
    lines.add(call.terminal().painted(Tone.STRONG, Harmless.line(head)));
    var table =
        new Table(
            Column.number("ID"),
            Column.text("ACCOUNT").spare(2),
            Column.number("AGE"),
            Column.number("MODIFIED").spare(1),
            Column.number("LOCKED").spare(3),
            Column.text("DOING").keeps(14),
            Column.elastic("SQL"));
    for (OpenTrx trx : scene.transactions()) {
      table.row(
          trx.connectionId() == 0 ? "trx " + trx.trxId() : trx.connectionId(),
          trx.account(),
          Span.wholeSeconds(trx.ageUs()),
          "%,d".formatted(trx.rowsModified()),
          "%,d".formatted(trx.rowsLocked()),
          trx.idle()
              ? new Cell("idle " + Span.wholeSeconds(trx.idleUs()), Tone.YELLOW)
              : trx.doing(),
          (trx.idle() && !trx.sql().isEmpty() ? "last: " : "") + trx.sql());
    }
    if (!table.isEmpty()) {
      lines.addAll(table.lines(call.terminal()));
    }
    if (statements) {
      for (OpenTrx trx : scene.transactions()) {
        lines.add(Harmless.line("#" + trx.connectionId() + " " + trx.account()));
        if (trx.statements().isEmpty()) {
          lines.add("    no statement of it is remembered");
        }
        trx.statements()
            .reversed()
            .forEach(past -> lines.add("    " + Harmless.line(LockText.past(past))));
      }
    }
    scene.notes().forEach(note -> lines.add("note: " + Harmless.line(note)));
    scene
        .denied()
        .forEach(
            denied ->
                lines.add(
                    Harmless.line("denied: " + denied.what() + "; allowed by: " + denied.grant())));
    return lines;
  }
}
