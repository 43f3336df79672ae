package org.binnacle.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.topsql.Changes;
import org.binnacle.diagnosis.topsql.Changes.Change;
import org.binnacle.diagnosis.topsql.Changes.Kind;
import org.binnacle.diagnosis.topsql.TopWindow;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;

/// What changed between two times of the kept history of top SQL.
final class TopSqlCompare {
  private final Call call;
  private final int top;

  TopSqlCompare(Call call, int top) {
    this.call = call;
    this.top = top;
  }

  /// @param spans two of `FROM..TO`
  int run(List<String> targets, List<String> spans) {
    Instant now = Instant.now();
    Instant[] first = span(spans.get(0), now);
    Instant[] second = span(spans.get(1), now);
    List<InstanceRef> instances =
        targets.stream().map(call::target).map(server -> server.ref()).toList();
    TopWindow before = call.house().topSql().history(instances, first[0], first[1]);
    TopWindow after = call.house().topSql().history(instances, second[0], second[1]);
    List<Change> changes = Changes.of(before, after);
    boolean known = !before.measured().isZero() && !after.measured().isZero();
    if (call.json()) {
      call.document(document(before, after, known ? changes : List.of()));
      return known ? 0 : 1;
    }
    told("first", before);
    told("second", after);
    if (!known) {
      call.say(
          "Nothing is kept of one of these times, so there is nothing to compare: the window keeps"
              + " statements while Top SQL of an instance is open.");
      return 1;
    }
    if (changes.isEmpty()) {
      call.say("No statement ended in either.");
    } else {
      call.print(table(changes));
    }
    return 0;
  }

  static Instant[] span(String text, Instant now) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2 || ends[0].isBlank()) {
      throw new Fault(
          CliFaults.USAGE, "binnacle top-sql: --compare takes FROM..TO twice, not " + text);
    }
    Instant from = moment(ends[0], now);
    Instant to = moment(ends[1], now);
    if (!to.isAfter(from)) {
      throw new Fault(CliFaults.USAGE, "binnacle top-sql: " + text + " ends before it begins");
    }
    return new Instant[] {from, to};
  }

  private static Instant moment(String text, Instant now) {
    return text.isBlank() || text.equals("now")
        ? now
        : Times.since(text, now, ZoneId.systemDefault());
  }

  private void told(String which, TopWindow window) {
    call.say(
        String.format(
            Locale.ROOT,
            "%s: %s to %s, %s measured, load %.2f",
            which,
            window.from().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            window.to().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            Span.words(window.measured().toMillis() * 1_000),
            window.load()));
    window.gaps().forEach(gap -> call.say("  gap: " + gap));
  }

  private Table table(List<Change> changes) {
    var table =
        new Table(
            Column.number("LOAD+-"),
            Column.number("BEFORE"),
            Column.number("AFTER"),
            Column.text("CHANGE"),
            Column.text("HOW").spare(3),
            Column.number("AVG BEFORE").spare(2),
            Column.number("AVG AFTER").spare(1),
            Column.text("SCHEMA"),
            Column.folding("STATEMENT"));
    changes.stream()
        .limit(top)
        .forEach(
            change ->
                table.row(
                    String.format(Locale.ROOT, "%+.2f", change.difference()),
                    String.format(Locale.ROOT, "%.2f", change.loadBefore()),
                    String.format(Locale.ROOT, "%.2f", change.loadAfter()),
                    new Cell(
                        change.kind().name().toLowerCase(Locale.ROOT),
                        change.kind() == Kind.MORE || change.kind() == Kind.NEW
                            ? Tone.YELLOW
                            : Tone.PLAIN),
                    change.kind() == Kind.NEW || change.kind() == Kind.GONE ? "" : change.words(),
                    change.avgUsBefore() == 0 ? "" : Span.words(Math.round(change.avgUsBefore())),
                    change.avgUsAfter() == 0 ? "" : Span.words(Math.round(change.avgUsAfter())),
                    change.key().schema(),
                    change.text().text().isEmpty()
                        ? "digest " + change.key().digest()
                        : change.text().text()));
    return table;
  }

  private Map<String, Object> document(TopWindow before, TopWindow after, List<Change> changes) {
    var document = new LinkedHashMap<String, Object>();
    document.put("before", window(before));
    document.put("after", window(after));
    document.put("changes", changes.stream().limit(top).map(TopSqlCompare::change).toList());
    return document;
  }

  private static Map<String, Object> window(TopWindow window) {
    var document = new LinkedHashMap<String, Object>();
    document.put("from", window.from());
    document.put("to", window.to());
    document.put("measured_ms", window.measured());
    document.put("load", window.load());
    document.put("gaps", window.gaps());
    return document;
  }

  private static Map<String, Object> change(Change change) {
    var document = new LinkedHashMap<String, Object>();
    document.put("schema", change.key().schema());
    document.put("digest", change.key().digest());
    document.put("text", change.text().text());
    document.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    document.put("how", change.words());
    document.put("load_difference", change.difference());
    document.put("load_before", change.loadBefore());
    document.put("load_after", change.loadAfter());
    document.put("per_s_before", change.perSBefore());
    document.put("per_s_after", change.perSAfter());
    document.put("avg_us_before", change.avgUsBefore());
    document.put("avg_us_after", change.avgUsAfter());
    return document;
  }
}
