package org.binnacle.diagnosis.view.board;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.fxkit.Icons;

/// What the light look at an instance tells, as the preview shows it.
final class PreviewFacts {
  private static final int MOST = 7;

  private PreviewFacts() {}

  /// Where it is, what it is, how full it is: in one line.
  static String line(Beat beat) {
    var all = new ArrayList<String>();
    all.add(beat.instance().address());
    beat.vitals()
        .ifPresent(
            seen -> {
              all.add(beat.role().words());
              all.add(seen.version());
              if (seen.uptime().toSeconds() >= 0) {
                all.add("up " + Span.wholeSeconds(seen.uptime().toSeconds() * 1_000_000));
              }
              all.add(BoardField.connections(beat) + " connections");
              all.add("looks take " + seen.took().toMillis() + " ms");
            });
    return String.join("  ·  ", all);
  }

  /// Each term with its points, and what the account may not see.
  static List<Node> terms(Beat beat) {
    var lines = new ArrayList<Node>();
    beat.health()
        .findings()
        .forEach(
            finding -> {
              var line =
                  new HBox(
                      points(finding),
                      PreviewLines.wrapped(finding.words() + BoardColumns.silence(finding)));
              line.getStyleClass().add("preview-line");
              lines.add(line);
            });
    if (lines.isEmpty()) {
      lines.add(PreviewLines.quiet(beat.vitals().isPresent() ? "all well" : "no data yet"));
    }
    for (Vitals.Denied denied : beat.vitals().map(Vitals::denied).orElse(List.of())) {
      lines.add(PreviewLines.quiet("denied: " + denied.what()));
      if (!denied.grant().isEmpty()) {
        lines.add(PreviewLines.wrapped(denied.grant()));
      }
    }
    return lines;
  }

  private static Label points(Finding finding) {
    Label pill =
        Icons.pill(
            String.valueOf(finding.points()),
            switch (finding.level()) {
              case CRITICAL -> "red";
              case WARNING -> "orange";
              default -> "grey";
            });
    pill.setMinWidth(Region.USE_PREF_SIZE);
    return pill;
  }

  /// How many sessions are in which state.
  static List<Node> states(Beat beat) {
    if (beat.fresh().isEmpty()) {
      return List.of(PreviewLines.quiet("no data"));
    }
    List<Node> lines = new ArrayList<>();
    beat.fresh().get().busy().stream()
        .limit(MOST)
        .forEach(
            one ->
                lines.add(
                    PreviewLines.counted(
                        one.many(),
                        (one.state().isEmpty() ? one.command() : one.state())
                            + (one.longestS() > 1
                                ? "  (" + Span.wholeSeconds(one.longestS() * 1_000_000) + ")"
                                : ""))));
    return lines.isEmpty() ? List.of(PreviewLines.quiet("nobody works")) : lines;
  }
}
