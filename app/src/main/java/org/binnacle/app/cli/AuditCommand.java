package org.binnacle.app.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.kernel.AuditEntry;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `binnacle audit`.
@Command(name = "audit", description = "Show what was done to servers from here, the newest first.")
final class AuditCommand implements Callable<Integer> {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Call call;

  AuditCommand(Call call) {
    this.call = call;
  }

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "30m, 12h, 7d, or a date such as 2026-11-20 or 2026-11-20T08:15.")
  @Nullable String since;

  @Option(
      names = "--containing",
      paramLabel = "TEXT",
      description = "Only entries with this text in instance, target, SQL, reason or detail.")
  String containing = "";

  @Option(names = "--limit", paramLabel = "N", description = "Entries at most (default: 100).")
  int limit = 100;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Fault(CliFaults.USAGE, "binnacle audit: --limit takes 1 or more, not " + limit);
    }
    Optional<Instant> from =
        Optional.ofNullable(since)
            .map(text -> Times.since(text, Clock.systemUTC().instant(), ZoneId.systemDefault()));
    List<AuditEntry> entries = call.house().audit().newest(from, containing, limit);
    if (call.json()) {
      call.document(Map.of("entries", entries.stream().map(AuditCommand::document).toList()));
    } else if (!entries.isEmpty()) {
      call.print(table(entries));
    } else if (call.terminal().live()) {
      call.say("No entries.");
    }
    return 0;
  }

  private static Table table(List<AuditEntry> entries) {
    var table =
        new Table(
            Column.text("AT"),
            Column.text("ACTOR"),
            Column.text("INSTANCE"),
            Column.text("OUTCOME"),
            Column.elastic("STATEMENT"),
            Column.elastic("TARGET"),
            Column.elastic("REASON"),
            Column.elastic("DETAIL"));
    for (AuditEntry entry : entries) {
      table.row(
          LOCAL.format(entry.at()),
          entry.actor(),
          entry.instance().name(),
          new Cell(entry.outcome().name().toLowerCase(Locale.ROOT), tone(entry.outcome())),
          entry.sql(),
          entry.target(),
          entry.reason(),
          entry.detail());
    }
    return table;
  }

  private static Tone tone(AuditEntry.Outcome outcome) {
    return switch (outcome) {
      case ASKED, GONE, SKIPPED -> Tone.PLAIN;
      case DONE -> Tone.GREEN;
      case REFUSED -> Tone.YELLOW;
      case FAILED, UNKNOWN -> Tone.RED;
    };
  }

  private static Map<String, Object> document(AuditEntry entry) {
    var document = new LinkedHashMap<String, Object>();
    document.put("at", entry.at());
    document.put("actor", entry.actor());
    document.put("instance", Refs.document(entry.instance()));
    document.put("act", entry.act());
    document.put("target", entry.target());
    document.put("statement", entry.sql());
    document.put("reason", entry.reason());
    document.put("outcome", entry.outcome().name().toLowerCase(Locale.ROOT));
    document.put("detail", entry.detail());
    return document;
  }
}
