package org.binnacle.review.view.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.binnacle.fxkit.Choosers;
import org.binnacle.kernel.Words;
import org.binnacle.review.history.ReviewHistory;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.Past;
import org.binnacle.review.view.Rig;
import org.binnacle.review.view.Servers;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("screen")
class StatisticsPanelTest {
  @TempDir Path folder;
  private final KeptForever store = new KeptForever(Instant.now());
  @AutoClose private final Rig rig = new Rig();

  private void show() {
    var kit =
        new Kit(
            rig.settings,
            new Words(),
            rig.tasks,
            new Saving(),
            "binnacle test",
            Past.none(),
            Servers.none(),
            rig);
    var history = new ReviewHistory(store, new MemorySettings(), Clock.systemUTC());
    Screen.run(
        () ->
            rig.open(
                StatisticsPanel.ID, () -> new StatisticsPanel(kit, rig.panels, () -> history)));
  }

  private final class Saving implements Choosers {
    @Override
    public Optional<Path> open(
        javafx.stage.Window owner, String title, java.util.List<Kind> kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(
        javafx.stage.Window owner, String title, String name, java.util.List<Kind> kinds) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public Optional<Path> folder(javafx.stage.Window owner, String title) {
      return Optional.empty();
    }
  }

  private TableView<?> table() {
    return rig.find(".live-table", TableView.class);
  }

  private int rows() {
    return Screen.get(() -> table() == null ? 0 : table().getItems().size());
  }

  private String count() {
    return Screen.get(() -> rig.find("#statistics-count", Label.class).getText());
  }

  @SuppressWarnings("unchecked")
  private <T> ChoiceBox<T> choice(String id) {
    return rig.find(id, ChoiceBox.class);
  }

  @Test
  void everyStatisticIsShownAndPictured() {
    show();
    for (What what : What.values()) {
      Screen.run(() -> this.<What>choice("#statistics-what").setValue(what));
      // The table of the statistic before has rows too.
      String id = "review-statistics." + what.name().toLowerCase(Locale.ROOT);
      Screen.until(
          what.toString(),
          () ->
              table() != null
                  && id.equals(table().getId())
                  && count().endsWith("rows")
                  && count().startsWith(String.valueOf(rows())));
      Screen.settle();
      assertThat(count()).startsWith(String.valueOf(rows()));
      rig.shoot("review-statistics-" + what.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void aProjectAndATimeNarrowWhatIsShown() {
    show();
    Screen.until("rows", () -> rows() > 0);
    Screen.run(() -> this.<What>choice("#statistics-what").setValue(What.RUNS));
    Screen.run(() -> this.<Range>choice("#statistics-range").setValue(Range.ALL));
    Screen.until("all runs", () -> rows() == 40);
    Screen.run(() -> this.<String>choice("#statistics-project").setValue("shop"));
    Screen.until("those of one project", () -> rows() == 20);
    Screen.run(() -> this.<Range>choice("#statistics-range").setValue(Range.WEEK));
    Screen.until("those of a week", () -> rows() < 20);
    assertThat(Screen.get(() -> choice("#statistics-project").getItems().size())).isEqualTo(4);
  }

  @Test
  void whereNothingIsKeptThatIsSaid() {
    store.empty = true;
    show();
    Screen.until(
        "words",
        () ->
            rig.stage().getScene().getRoot().lookupAll(".heading").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().startsWith("Nothing was kept")));
    Screen.settle();
    rig.shoot("review-statistics-empty");
    assertThat(rows()).isZero();
  }

  @Test
  void whatIsShownIsExportedAsCsv() {
    show();
    Screen.until("rows", () -> rows() > 0);
    Screen.run(() -> rig.find("#statistics-export", javafx.scene.control.Button.class).fire());
    Path file = folder.resolve("topRules.csv");
    Screen.until("the file", () -> Files.exists(file) && Files.size(file) > 0);
    assertThat(file).content().startsWith("rule,level,found,").contains("table.require-pk");
  }
}
