package org.binnacle.diagnosis.view.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.diagnosis.board.BoardField;
import org.binnacle.diagnosis.health.Finding;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.pulse.Beat;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.diagnosis.watch.Merged;
import org.binnacle.diagnosis.watch.MergedWatch;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// What is the matter with the selected instance: the terms, what its sessions do, who they are,
/// and the statements that run longest. Looks at it closely while it is shown.
final class BoardPreview extends BorderPane implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final javafx.util.Duration CALM = javafx.util.Duration.millis(300);
  private static final int MOST = 7;

  private final Diagnosis diagnosis;
  private final Label title = new Label();
  private final Label facts = new Label();
  private final VBox terms = column();
  private final VBox states = column();
  private final VBox users = column();
  private final VBox statements = column();
  private final PauseTransition calm = new PauseTransition(CALM);
  private final Consumer<Merged> hop = FxThread.latest(this::sessions);
  private Optional<InstanceRef> shown = Optional.empty();
  private @Nullable MergedWatch watch;

  BoardPreview(Diagnosis diagnosis, Runnable open, Runnable hide) {
    this.diagnosis = diagnosis;
    getStyleClass().add("board-preview");
    title.getStyleClass().add("preview-title");
    facts.getStyleClass().add("muted");
    facts.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head =
        new HBox(
            title,
            facts,
            gap,
            Icons.button(
                "mdi2f-format-list-bulleted", "Sessions", "Open its sessions (Enter)", open),
            Icons.button("mdi2c-close", "Hide the preview (Esc)", hide));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("detail-head");
    setTop(head);
    var body =
        new HBox(
            part("Why", terms, 2.2),
            part("States", states, 1.3),
            part("Users", users, 0.8),
            part("Longest statements", statements, 2.6));
    body.getStyleClass().add("preview-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    setCenter(scroll);
    setMinHeight(90);
    calm.setOnFinished(event -> look());
  }

  private static VBox column() {
    var column = new VBox();
    column.getStyleClass().add("preview-lines");
    return column;
  }

  private static Node part(String title, VBox lines, double share) {
    var head = new Label(title);
    head.getStyleClass().add("preview-head");
    var part = new VBox(head, lines);
    part.setMinWidth(0);
    part.setPrefWidth(share * 100);
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  /// Shows an instance; the sessions come a moment after the choice has settled.
  void show(Beat beat) {
    FxThread.check();
    InstanceRef instance = beat.instance();
    boolean other = shown.filter(one -> one.id().equals(instance.id())).isEmpty();
    if (other) {
      stop();
      shown = Optional.of(instance);
      users.getChildren().setAll(PreviewLines.quiet("reading..."));
      calm.playFromStart();
    }
    title.setText(instance.name());
    facts.setText(facts(beat));
    put(terms, terms(beat));
    put(states, states(beat));
    if (other || watch == null) {
      put(statements, statements(beat));
    }
  }

  private static String facts(Beat beat) {
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

  private static List<Node> terms(Beat beat) {
    var lines = new ArrayList<Node>();
    beat.health()
        .findings()
        .forEach(
            finding -> {
              var line =
                  new HBox(
                      points(finding),
                      PreviewLines.wrapped(
                          finding.words() + (finding.silenced() ? "  (acknowledged)" : "")));
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

  private static List<Node> states(Beat beat) {
    if (beat.fresh().isEmpty()) {
      return List.of(PreviewLines.quiet("no data"));
    }
    List<Node> lines = new ArrayList<>();
    beat.fresh().get().busy().stream()
        .limit(MOST)
        .forEach(
            one ->
                lines.add(
                    PreviewLines.text(
                        one.many()
                            + "  "
                            + (one.state().isEmpty() ? one.command() : one.state())
                            + (one.longestS() > 1
                                ? "  (" + Span.wholeSeconds(one.longestS() * 1_000_000) + ")"
                                : ""))));
    return lines.isEmpty() ? List.of(PreviewLines.quiet("nobody works")) : lines;
  }

  private static List<Node> statements(Beat beat) {
    List<Node> lines = new ArrayList<>();
    beat.fresh().stream()
        .flatMap(seen -> seen.longest().stream())
        .forEach(
            one ->
                lines.add(PreviewLines.statement(one.timeS() * 1_000_000, one.user(), one.sql())));
    return lines.isEmpty() ? List.of(PreviewLines.quiet("none runs")) : lines;
  }

  private void look() {
    shown.ifPresent(
        instance ->
            watch = diagnosis.watch(List.of(instance), EVERY, merged -> hop.accept(merged)));
  }

  private void sessions(Merged merged) {
    FxThread.check();
    if (watch == null
        || shown.isEmpty()
        || merged.looks().stream().noneMatch(look -> look.instance().id().equals(shown.get().id()))
        || merged.looks().stream().allMatch(look -> look.snapshot().isEmpty())) {
      return;
    }
    List<ProcessRow> busy =
        merged.rows().stream()
            .filter(row -> row.kind() == Kind.ACTIVE || row.kind() == Kind.IDLE_IN_TRX)
            .toList();
    Map<String, Integer> byUser = new HashMap<>();
    busy.forEach(row -> byUser.merge(row.user(), 1, Integer::sum));
    var names = new ArrayList<Node>();
    byUser.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(entry -> names.add(PreviewLines.text(entry.getValue() + "  " + entry.getKey())));
    put(users, names.isEmpty() ? List.of(PreviewLines.quiet("nobody")) : names);
    var longest = new ArrayList<Node>();
    busy.stream()
        .limit(MOST)
        .forEach(
            row ->
                longest.add(
                    PreviewLines.statement(
                        row.timeUs(),
                        row.user(),
                        row.kind() == Kind.IDLE_IN_TRX ? "(idle in transaction)" : row.sql())));
    put(statements, longest.isEmpty() ? List.of(PreviewLines.quiet("none runs")) : longest);
  }

  private static void put(VBox box, List<Node> lines) {
    box.getChildren().setAll(lines);
  }

  /// Looks at nothing any more.
  void stop() {
    calm.stop();
    shown = Optional.empty();
    MergedWatch last = watch;
    watch = null;
    if (last != null) {
      last.close();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
