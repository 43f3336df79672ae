package org.binnacle.app.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.binnacle.app.house.Build;
import org.binnacle.app.window.PanelKind;
import org.binnacle.app.window.WindowWiring.Desk;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.Past;
import org.binnacle.review.view.ReviewPanels;
import org.binnacle.review.view.Servers;
import org.binnacle.review.view.statistics.StatisticsPanel;

/// SQL review in the window: its panels and commands. On the FX thread.
final class ReviewParts {
  private final Desk desk;
  private final Supplier<Window> window;
  private final ReviewPanels panels;
  private final Kit kit;
  private final Optional<KeptReviews> kept;

  /// @param past reviews that were kept; where they are in the house there are statistics of them
  /// @param servers that reviews may ask
  /// @param window over which file dialogs open
  ReviewParts(Desk desk, Past past, Servers servers, Supplier<Window> window) {
    FxThread.check();
    this.desk = desk;
    this.window = window;
    this.kept = past instanceof KeptReviews its ? Optional.of(its) : Optional.empty();
    kit =
        new Kit(
            desk.settings(),
            desk.words(),
            desk.tasks(),
            desk.choosers(),
            "binnacle " + Build.present().version(),
            past,
            servers,
            (id, panel) -> desk.workbench().open(id, panel));
    panels = new ReviewPanels(kit);
  }

  /// Opens scripts and folders that are dropped on the window; tells whether it was one.
  boolean drop(Path file) {
    FxThread.check();
    boolean script =
        Files.isDirectory(file) || file.toString().toLowerCase(Locale.ROOT).endsWith(".sql");
    if (script) {
      panels.open(file);
    }
    return script;
  }

  /// Opens a review of a statement that stands in another panel.
  void text(String sql) {
    FxThread.check();
    panels.text(sql);
  }

  List<PanelKind> kinds() {
    return List.of(
        new PanelKind(ReviewPanels.REVIEW, panels::review),
        new PanelKind(ReviewPanels.RULES, panels::ruleSet),
        new PanelKind(StatisticsPanel.ID, id -> kept.map(this::statistics)));
  }

  private Panel statistics(KeptReviews its) {
    return new StatisticsPanel(kit, panels, its::history);
  }

  List<Command> commands() {
    return List.of(
        Command.of(
            "review.new",
            "Review",
            "New SQL review",
            "mdi2t-text-box-check-outline",
            "Shortcut+Shift+R",
            panels::draft),
        Command.of(
            "review.open", "Review", "Review a file…", "mdi2f-file-search-outline", "", this::file),
        Command.of(
            "review.folder",
            "Review",
            "Review a folder…",
            "mdi2f-folder-search-outline",
            "",
            this::folder),
        Command.of(
            "review.rules",
            "Review",
            "Rules and rule sets",
            "mdi2f-format-list-checks",
            "",
            () -> panels.rules(desk.settings().get("review.rules").orElse("default"))),
        Command.of(
            "review.statistics",
            "Review",
            "Review statistics",
            "mdi2c-chart-box-outline",
            "",
            () ->
                kept.ifPresent(
                    its -> kit.doors().open(StatisticsPanel.ID, () -> statistics(its)))));
  }

  private void file() {
    desk.choosers()
        .open(
            window.get(),
            "Review a file",
            List.of(Choosers.Kind.of("SQL files", "*.sql"), Choosers.Kind.of("All files", "*")))
        .ifPresent(panels::open);
  }

  private void folder() {
    desk.choosers().folder(window.get(), "Review a folder").ifPresent(panels::open);
  }
}
