package org.binnacle.review.view.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.Level;
import org.binnacle.review.report.Comparison;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.Kept;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;

/// The table of findings, made of a report.
///
/// @param rows in groups
/// @param hidden how many findings the view leaves out
/// @param cut how many are beyond what a table shows
record Rows(List<Row> rows, int hidden, int cut) {
  /// More findings than anybody reads; exports have all.
  static final int MOST = 5_000;

  static final Rows NONE = new Rows(List.of(), 0, 0);

  private static final int HEAD = 70;

  Rows {
    rows = List.copyOf(rows);
  }

  /// @param compared with an earlier review
  static Rows of(FileReport report, Places places, View view, Optional<Comparison> compared) {
    return new Making(places, view, compared).of(report);
  }

  private static final class Making {
    private final Places places;
    private final View view;
    private final Optional<Comparison> compared;
    private final Map<String, Integer> same = new HashMap<>();
    private final List<Row> found = new ArrayList<>();
    private int hidden;
    private int cut;

    Making(Places places, View view, Optional<Comparison> compared) {
      this.places = places;
      this.view = view;
      this.compared = compared;
    }

    Rows of(FileReport report) {
      for (StatementReport s : report.statements()) {
        for (Told told : s.findings()) {
          add(s, told);
        }
      }
      compared.ifPresent(c -> c.fixed().forEach(this::fixed));
      return new Rows(grouped(report), hidden, cut);
    }

    private void add(StatementReport s, Told told) {
      boolean counts = told.state() == Told.State.OPEN;
      if (!counts && !view.silent()) {
        return;
      }
      if (!view.passes(told.level(), told.rule(), told.object(), told.message())) {
        hidden++;
        return;
      }
      if (found.size() >= MOST) {
        cut++;
        return;
      }
      found.add(
          new Row(
              key(told.rule(), told.object(), s.fingerprint()),
              Row.Kind.FINDING,
              0,
              told.level(),
              told.message(),
              told.rule(),
              told.object(),
              told.line(),
              s.index() - 1,
              places.from(told),
              places.to(told),
              Optional.of(told),
              compared
                  .filter(c -> counts)
                  .map(c -> c.of(told).name().toLowerCase(Locale.ROOT))
                  .orElse("")));
    }

    private void fixed(Kept kept) {
      String words = kept.message().isEmpty() ? "no more" : kept.message();
      if (view.passes(Level.NOTICE, kept.rule(), kept.object(), words)) {
        found.add(
            new Row(
                key(kept.rule(), kept.object(), "fixed " + kept.fingerprint()),
                Row.Kind.FIXED,
                0,
                Level.NOTICE,
                words,
                kept.rule(),
                kept.object(),
                0,
                -1,
                0,
                0,
                Optional.empty(),
                "fixed"));
      }
    }

    private Row.Key key(String rule, String object, String print) {
      String id = rule + " " + object + " " + print;
      int nth = same.merge(id, 1, Integer::sum);
      return new Row.Key(id + " " + nth, found.size());
    }

    private List<Row> grouped(FileReport report) {
      if (view.grouping() == Grouping.NONE) {
        return found;
      }
      var groups = new LinkedHashMap<String, List<Row>>();
      for (Row row : found) {
        groups.computeIfAbsent(group(row), k -> new ArrayList<>()).add(row);
      }
      List<String> names = new ArrayList<>(groups.keySet());
      if (view.grouping() == Grouping.RULE || view.grouping() == Grouping.OBJECT) {
        names.sort(String.CASE_INSENSITIVE_ORDER);
      } else if (view.grouping() == Grouping.LEVEL) {
        names.sort(java.util.Comparator.comparing(n -> level(groups.getOrDefault(n, List.of()))));
      }
      var all = new ArrayList<Row>();
      for (int i = 0; i < names.size(); i++) {
        List<Row> rows = groups.getOrDefault(names.get(i), new ArrayList<>());
        all.add(head(report, names.get(i), i, rows));
        for (Row row : rows) {
          all.add(inGroup(row, i));
        }
      }
      return all;
    }

    private static Level level(List<Row> rows) {
      return rows.stream().map(Row::level).min(Level::compareTo).orElse(Level.NOTICE);
    }

    private String group(Row row) {
      return switch (view.grouping()) {
        case NONE -> "";
        case STATEMENT -> row.statement() < 0 ? "fixed" : "s" + row.statement();
        case RULE -> row.rule();
        case LEVEL -> row.kind() == Row.Kind.FIXED ? "fixed" : row.level().word();
        case OBJECT -> row.object().isEmpty() ? "(no object)" : row.object();
      };
    }

    private Row head(FileReport report, String name, int group, List<Row> rows) {
      Row first = rows.getFirst();
      boolean ofStatement = view.grouping() == Grouping.STATEMENT && first.statement() >= 0;
      String words = ofStatement ? sql(report.statements().get(first.statement())) : name;
      int line = ofStatement ? report.statements().get(first.statement()).line() : 0;
      return new Row(
          new Row.Key("head " + name, -1),
          Row.Kind.HEAD,
          group,
          level(rows),
          words,
          "",
          "%,d".formatted(rows.size()),
          line,
          first.statement(),
          first.from(),
          first.from(),
          Optional.empty(),
          "");
    }

    private static String sql(StatementReport s) {
      String text = s.text();
      String head = text.substring(0, Math.min(400, text.length())).replaceAll("\\s+", " ");
      return head.length() > HEAD ? head.substring(0, HEAD) + "…" : head;
    }

    private static Row inGroup(Row row, int group) {
      return new Row(
          row.key(),
          row.kind(),
          group,
          row.level(),
          row.message(),
          row.rule(),
          row.object(),
          row.line(),
          row.statement(),
          row.from(),
          row.to(),
          row.told(),
          row.change());
    }
  }
}
