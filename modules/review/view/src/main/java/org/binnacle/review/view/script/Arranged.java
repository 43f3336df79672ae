package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.binnacle.fxkit.sql.Squiggle;
import org.binnacle.fxkit.sql.Stretched;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.NotRun;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// A review as the view wants it: what the table, the text and the chips show. Made off the FX
/// thread, since a script of a thousand statements has thousands of findings.
///
/// @param marked the findings that count, in the order of the text
/// @param squiggles those of `marked`, in its order
/// @param statements for the bars beside the text
/// @param counts findings that count, by level
/// @param silent how many do not count
/// @param notRun how many rules could not run, by what they need
/// @param refused rules that asked a server and were not told
record Arranged(
    Optional<Comparison> comparison,
    Rows rows,
    List<Row> marked,
    List<Squiggle> squiggles,
    List<Stretched> statements,
    Map<Level, Long> counts,
    long silent,
    Map<Need, Long> notRun,
    List<NotRun> refused) {

  /// More statements than this get no bars.
  private static final int MOST = 20_000;

  static final Arranged NONE =
      new Arranged(
          Optional.empty(),
          Rows.NONE,
          List.of(),
          List.of(),
          List.of(),
          counts(Optional.empty()),
          0,
          Map.of(),
          List.of());

  static Arranged of(Reviewed reviewed, View view, Optional<Reference> reference) {
    var report = reviewed.report();
    Optional<Comparison> comparison = reference.map(one -> Comparison.of(one.kept(), report));
    Rows rows = Rows.of(report, reviewed.places(), view, comparison);
    List<Row> marked = marked(rows);
    return new Arranged(
        comparison,
        rows,
        marked,
        marked.stream()
            .map(r -> new Squiggle(r.from(), r.to(), LevelLook.severity(r.level())))
            .toList(),
        bars(report.statements()),
        counts(Optional.of(reviewed)),
        report.all().filter(t -> t.state() != Told.State.OPEN).count(),
        notRun(report.notRun()),
        report.notRun().stream().filter(one -> one.why().isPresent()).toList());
  }

  private static List<Row> marked(Rows rows) {
    var all = new ArrayList<Row>();
    for (Row row : rows.rows()) {
      if (row.told().filter(t -> t.state() == Told.State.OPEN).isPresent()) {
        all.add(row);
      }
    }
    all.sort(Comparator.comparingInt(Row::from).thenComparing(Row::level).thenComparing(Row::key));
    return List.copyOf(all);
  }

  private static List<Stretched> bars(List<StatementReport> statements) {
    return statements.size() > MOST
        ? List.of()
        : statements.stream()
            .map(s -> new Stretched(s.offset(), s.offset() + s.text().length()))
            .toList();
  }

  private static Map<Level, Long> counts(Optional<Reviewed> reviewed) {
    var counts = new EnumMap<Level, Long>(Level.class);
    for (Level level : Level.values()) {
      counts.put(level, 0L);
    }
    reviewed.ifPresent(r -> r.report().open().forEach(t -> counts.merge(t.level(), 1L, Long::sum)));
    return counts;
  }

  private static Map<Need, Long> notRun(List<NotRun> all) {
    var by = new TreeMap<Need, Long>();
    all.stream()
        .filter(one -> one.why().isEmpty())
        .forEach(one -> by.merge(one.needs(), 1L, Long::sum));
    return by;
  }
}
