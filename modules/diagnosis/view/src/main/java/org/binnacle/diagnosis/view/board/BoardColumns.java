package org.binnacle.diagnosis.view.board;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.board.ScoreCourse;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Until;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;
import org.binnacle.kernel.Severity;

/// The columns of the fleet board; their ids are the keys of {@link BoardField}.
final class BoardColumns {
  static final String STATE = BoardField.SEVERITY.key();
  static final String PROBLEM = BoardField.PROBLEM.key();

  private BoardColumns() {}

  static List<Column<BoardRow>> all() {
    return List.of(
        Column.<BoardRow>text(STATE, "State", 86, row -> BoardField.words(row.beat()))
            .icon(row -> icon(row.beat().severity(), row.beat().down()))
            .orderedBy(Comparator.comparingInt(BoardRow::place))
            .tip(row -> why(row.beat())),
        Column.<BoardRow>number(
                BoardField.SCORE.key(),
                "Score",
                52,
                row -> score(row.beat().severity(), row.beat().score()),
                row -> row.beat().score())
            .tip(row -> why(row.beat())),
        Column.<BoardRow>number(
                "change",
                "Δ",
                48,
                row -> ScoreCourse.words(row.change()),
                row -> row.change() == 0 ? Double.NaN : row.change())
            .tip(row -> change(row)),
        text(BoardField.INSTANCE, "Instance", 112)
            .keepEnds()
            .tip(row -> row.beat().instance().address()),
        Column.<BoardRow>text(PROBLEM, "Top problem", 260, row -> problem(row.beat()))
            .tip(row -> why(row.beat())),
        text(BoardField.ENV, "Env", 84).pill(row -> row.beat().instance().colour()),
        text(BoardField.CLUSTER, "Cluster", 90).hidden(),
        text(BoardField.ROLE, "Role", 62),
        text(BoardField.VERSION, "Ver", 66),
        Column.<BoardRow>number(
            "fill",
            "Conn",
            66,
            row -> BoardField.connections(row.beat()),
            row -> figure(BoardField.FILL, row)),
        count(BoardField.ACTIVE, "Active", 56),
        Column.<BoardRow>text("trend", "Course", 92, row -> row.beat().trend())
            .mono()
            .drawn()
            .tip(row -> "active sessions in the last looks, the newest on the right")
            .orderedBy(Comparator.comparingDouble(row -> figure(BoardField.ACTIVE, row))),
        count(BoardField.QPS, "QPS", 52),
        count(BoardField.TPS, "TPS", 60).hidden(),
        Column.<BoardRow>number(
                BoardField.LAG.key(),
                "Lag",
                52,
                row -> BoardField.lagInShort(row.beat()),
                row -> figure(BoardField.LAG, row))
            .tip(row -> BoardField.lagWords(row.beat())),
        count(BoardField.WAITS, "Waits", 54),
        count(BoardField.TRX, "Trx", 52),
        count(BoardField.OLDEST, "Oldest stmt", 82).hidden(),
        count(BoardField.HISTORY, "History", 76).hidden(),
        count(BoardField.UPTIME, "Uptime", 70).hidden(),
        count(BoardField.TOOK, "Look took", 78).hidden(),
        Column.<BoardRow>number(
            BoardField.AGE.key(), "Age", 46, BoardRow::age, row -> figure(BoardField.AGE, row)));
  }

  private static Column<BoardRow> text(BoardField field, String title, int width) {
    return Column.text(field.key(), title, width, row -> field.text(row.beat(), Instant.EPOCH));
  }

  private static Column<BoardRow> count(BoardField field, String title, int width) {
    return Column.number(
        field.key(),
        title,
        width,
        row -> field.text(row.beat(), Instant.EPOCH),
        row -> figure(field, row));
  }

  private static double figure(BoardField field, BoardRow row) {
    // Only the age depends on the time, and sorts alike from any moment on.
    return field
        .number(row.beat(), Instant.MAX.minusSeconds(Integer.MAX_VALUE))
        .map(Long::doubleValue)
        .orElse(Double.NaN);
  }

  /// A shape for each state, since colour alone tells nobody enough.
  static String icon(Severity severity, boolean down) {
    return switch (severity) {
      case CRITICAL -> down ? "mdi2l-lan-disconnect" : "mdi2a-alert-octagon";
      case UNKNOWN -> "mdi2h-help-circle-outline";
      case WARNING -> "mdi2a-alert-outline";
      case NOTICE -> "mdi2i-information-outline";
      case OK -> "mdi2c-check";
    };
  }

  static String score(Severity severity, int score) {
    return severity == Severity.UNKNOWN ? "?" : String.valueOf(score);
  }

  static Set<PseudoClass> states(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Set.of(States.CRITICAL);
      case UNKNOWN -> Set.of(States.UNKNOWN);
      case WARNING -> Set.of(States.WARNING);
      case NOTICE, OK -> Set.of();
    };
  }

  private static String change(BoardRow row) {
    return row.change() == 0
        ? "the score is what it was a minute ago"
        : "the score was %d a minute ago".formatted(row.beat().score() - row.change());
  }

  private static String problem(Beat beat) {
    String silenced = Until.words(beat.health().findings(), Instant.now(), ZoneId.systemDefault());
    return silenced.isEmpty() ? beat.problem() : (beat.problem() + "  (" + silenced + ")").strip();
  }

  /// Such as ` (acknowledged until 14:08)`; empty where the term counts.
  static String silence(Finding finding) {
    return finding.silenced()
        ? "  (" + finding.silence(Instant.now(), ZoneId.systemDefault()) + ")"
        : "";
  }

  /// Each term with its points, and what the account may not see.
  static String why(Beat beat) {
    String terms =
        beat.health().findings().stream()
            .map(
                finding ->
                    "%s  %d points: %s%s"
                        .formatted(
                            finding.term(), finding.points(), finding.words(), silence(finding)))
            .collect(Collectors.joining("\n"));
    String denied =
        beat.vitals().map(Vitals::denied).orElse(List.of()).stream()
            .map(one -> "denied: " + one.what() + (one.grant().isEmpty() ? "" : "  " + one.grant()))
            .collect(Collectors.joining("\n"));
    String all = (terms + "\n" + denied).strip();
    return all.isEmpty() ? (beat.looks() == 0 ? "not asked yet" : "no term takes points") : all;
  }
}
