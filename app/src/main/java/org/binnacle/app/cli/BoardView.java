package org.binnacle.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.cli.Table.Cell;
import org.binnacle.app.cli.Table.Column;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.board.BoardGroup;
import org.binnacle.diagnosis.board.BoardGrouping;
import org.binnacle.diagnosis.board.BoardQuery;
import org.binnacle.diagnosis.board.ScoreCourse;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Until;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.pulse.FleetState;
import org.binnacle.kernel.Severity;

/// The fleet board as text or as a document.
final class BoardView {
  /// Where the change of the score stands: behind the score.
  private static final int CHANGE = 2;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("STATE"),
          Column.number("SCORE").spare(1),
          Column.text("INSTANCE"),
          Column.text("ROLE").spare(7),
          Column.text("VERSION").spare(10),
          Column.number("CONN").spare(5),
          Column.number("ACTIVE").spare(2),
          Column.text("TREND").spare(11),
          Column.number("QPS").spare(8),
          Column.number("LAG").spare(4),
          Column.number("WAITS").spare(3),
          Column.number("TRX").spare(9),
          Column.number("AGE").spare(12),
          Column.elastic("PROBLEM"));

  private final Call call;
  private final BoardQuery query;
  private final int limit;
  private final Optional<BoardGrouping> grouping;
  private final Optional<ScoreCourse> course;

  /// @param course how scores have changed; empty where nobody looks long enough to see it
  BoardView(
      Call call,
      BoardQuery query,
      int limit,
      Optional<BoardGrouping> grouping,
      Optional<ScoreCourse> course) {
    this.call = call;
    this.query = query;
    this.limit = limit;
    this.grouping = grouping;
    this.course = course;
  }

  /// Those that the query lets through, worst first, all of them.
  List<Beat> rows(FleetState seen, Instant now) {
    return seen.worstFirst().stream().filter(beat -> query.test(beat, now)).toList();
  }

  /// To be told of each state, so that the change of a score is known by its time.
  void seen(FleetState state, Instant now) {
    course.ifPresent(one -> one.note(state, now));
  }

  private List<BoardGroup> groups(List<Beat> rows, BoardGrouping by) {
    return call.house().diagnosis().board().groups(rows, by).stream().limit(limit).toList();
  }

  void print(FleetState seen, Instant now) {
    if (call.json()) {
      call.document(document(seen, now));
    } else {
      Folded.all(lines(seen, now), call.terminal()).forEach(call.terminal().out()::println);
    }
  }

  List<String> lines(FleetState seen, Instant now) {
    List<Beat> rows = rows(seen, now);
    var lines = new ArrayList<String>();
    if (call.terminal().live()) {
      lines.add(call.terminal().painted(Tone.FAINT, headline(seen, rows)));
    }
    lines.addAll(
        grouping
            .map(by -> BoardGroupsView.table(by, groups(rows, by)))
            .orElseGet(() -> table(rows.stream().limit(limit).toList(), now))
            .lines(call.terminal()));
    return lines;
  }

  private static String headline(FleetState seen, List<Beat> rows) {
    long down = seen.beats().stream().filter(Beat::down).count();
    var line = new StringBuilder();
    line.append(seen.beats().size()).append(" instances: ");
    line.append(seen.count(Severity.CRITICAL) - down).append(" critical, ");
    line.append(down).append(" down, ");
    line.append(seen.count(Severity.UNKNOWN)).append(" unknown, ");
    line.append(seen.count(Severity.WARNING)).append(" with warnings");
    if (rows.size() < seen.beats().size()) {
      line.append("; ").append(rows.size()).append(" shown");
    }
    return line.toString();
  }

  private Table table(List<Beat> rows, Instant now) {
    var columns = new ArrayList<Column>(COLUMNS);
    course.ifPresent(one -> columns.add(CHANGE, Column.number("Δ").spare(6)));
    var table = new Table(columns.toArray(Column[]::new));
    for (Beat beat : rows) {
      var cells =
          new ArrayList<Object>(
              List.of(
                  new Cell(BoardField.words(beat), tone(beat.severity())),
                  score(beat.severity(), beat.score()),
                  beat.instance().name(),
                  BoardField.ROLE.text(beat, now),
                  version(beat),
                  BoardField.connections(beat),
                  BoardField.ACTIVE.text(beat, now),
                  beat.trend(),
                  BoardField.QPS.text(beat, now),
                  BoardField.lag(beat),
                  BoardField.WAITS.text(beat, now),
                  BoardField.TRX.text(beat, now),
                  BoardField.AGE.text(beat, now),
                  problem(beat, now)));
      course.ifPresent(
          one -> cells.add(CHANGE, ScoreCourse.words(one.change(beat.instance().id()))));
      table.row(cells.toArray());
    }
    return table;
  }

  /// Without data there is nothing to give a score to.
  static String score(Severity severity, int score) {
    return severity == Severity.UNKNOWN ? "?" : String.valueOf(score);
  }

  /// Without the build's tail: `10.11.19-MariaDB-log` is 10.11.19-MariaDB.
  private static String version(Beat beat) {
    String version = beat.version();
    int tail =
        version.indexOf("MariaDB") >= 0
            ? version.indexOf("-", version.indexOf("MariaDB"))
            : version.indexOf('-');
    return tail < 0 ? version : version.substring(0, tail);
  }

  private static String problem(Beat beat, Instant now) {
    String silenced = Until.words(beat.health().findings(), now, ZoneId.systemDefault());
    return silenced.isEmpty() ? beat.problem() : (beat.problem() + " (" + silenced + ")").strip();
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Tone.RED;
      case UNKNOWN, WARNING -> Tone.YELLOW;
      case NOTICE -> Tone.PLAIN;
      case OK -> Tone.GREEN;
    };
  }

  static Map<String, Object> nothing() {
    return Map.of("instances", List.of());
  }

  private Map<String, Object> document(FleetState seen, Instant now) {
    var document = new LinkedHashMap<String, Object>();
    document.put("at", now);
    var counts = new LinkedHashMap<String, Object>();
    counts.put("all", seen.beats().size());
    for (Severity severity : Severity.values()) {
      counts.put(severity.name().toLowerCase(java.util.Locale.ROOT), seen.count(severity));
    }
    counts.put("down", seen.beats().stream().filter(Beat::down).count());
    document.put("counts", counts);
    List<Beat> rows = rows(seen, now);
    if (grouping.isPresent()) {
      document.put("group_by", grouping.get().words());
      document.put(
          "groups", groups(rows, grouping.get()).stream().map(BoardGroupsView::document).toList());
    } else {
      document.put(
          "instances", rows.stream().limit(limit).map(beat -> instance(beat, now)).toList());
    }
    return document;
  }

  private Map<String, Object> instance(Beat beat, Instant now) {
    var row = new LinkedHashMap<String, Object>();
    row.put("instance", Refs.document(beat.instance()));
    for (BoardField field : BoardField.values()) {
      switch (field) {
        case INSTANCE, CLUSTER, ENV, TERM -> {}
        default ->
            row.put(
                field.exported(),
                field.type() == org.binnacle.diagnosis.session.Field.Type.TEXT
                    ? field.text(beat, now)
                    : field.number(beat, now));
      }
    }
    beat.fresh()
        .filter(seen -> seen.replication().channels().stream().anyMatch(one -> one.byHeartbeat()))
        .ifPresent(seen -> row.put("lag_by", "heartbeat"));
    course.ifPresent(one -> row.put("score_change_1m", one.change(beat.instance().id())));
    row.put("terms", beat.health().findings().stream().map(BoardView::term).toList());
    row.put(
        "denied",
        beat.vitals().map(Vitals::denied).orElse(List.of()).stream()
            .map(BoardView::denied)
            .toList());
    return row;
  }

  private static Map<String, Object> term(Finding finding) {
    var term = new LinkedHashMap<String, Object>();
    term.put("term", finding.term());
    term.put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT));
    term.put("points", finding.points());
    term.put("words", finding.words());
    term.put("since", finding.since());
    term.put("acknowledged_until", finding.silencedUntil());
    return term;
  }

  private static Map<String, Object> denied(Vitals.Denied denied) {
    var document = new LinkedHashMap<String, Object>();
    document.put("what", denied.what());
    document.put("grant", denied.grant());
    return document;
  }
}
