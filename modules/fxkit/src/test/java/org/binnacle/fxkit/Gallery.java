package org.binnacle.fxkit;

import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.binnacle.fxkit.chart.StackedArea;
import org.binnacle.fxkit.query.Mistake;
import org.binnacle.fxkit.query.QueryField;
import org.binnacle.fxkit.query.QueryKey;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.task.TaskBar;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.fxkit.theme.Colours;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;
import org.binnacle.testkit.MemorySettings;
import org.binnacle.testkit.Screen;

/// Renders every control of the kit in light and dark to `target/shots`, to be looked at.
public final class Gallery {
  private Gallery() {}

  public static void main(String[] arguments) {
    Screen.start();
    var folder = Path.of(arguments.length > 0 ? arguments[0] : "target/shots");
    for (Themes.Choice choice : new Themes.Choice[] {Themes.Choice.LIGHT, Themes.Choice.DARK}) {
      shoot(folder, choice);
    }
    System.out.println("wrote " + folder.toAbsolutePath());
    Runtime.getRuntime().halt(0);
  }

  private static void shoot(Path folder, Themes.Choice choice) {
    var settings = new MemorySettings();
    Themes themes = Screen.get(() -> new Themes(settings));
    LiveTable<Sessions.Row, Long> table =
        Screen.get(
            () -> new LiveTable<>("gallery", Sessions.Row::id, Sessions.columns(), settings));
    SqlArea sql = Screen.get(SqlArea::reader);
    var tasks = new Tasks();
    QueryField query =
        Screen.get(
            () ->
                new QueryField(
                    "gallery.query",
                    "Filter: user:app time>5 state~lock",
                    java.util.List.of(QueryKey.of("user", "account name")),
                    text ->
                        text.contains("oops")
                            ? java.util.Optional.of(
                                new Mistake(
                                    text.indexOf("oops"),
                                    text.indexOf("oops") + 4,
                                    "There is no key “oops”"))
                            : java.util.Optional.empty(),
                    text -> {},
                    settings));
    var message = new MessageBar[1];
    Stage stage =
        Screen.show(
            () -> {
              message[0] = new MessageBar();
              var pills = new HBox(6);
              for (String token : Colours.tokens()) {
                pills.getChildren().add(Icons.pill(token, token));
                var band = new Label(token);
                band.getStyleClass().add("band");
                Colours.put(band, token);
                pills.getChildren().add(band);
              }
              var spark = new StackedArea();
              spark.setPrefSize(180, 26);
              var values = new double[StackedArea.MOST][600];
              for (int layer = 0; layer < values.length; layer++) {
                for (int i = 0; i < 600; i++) {
                  values[layer][i] =
                      i > 200 && i < 230
                          ? Double.NaN
                          : 20 + 15 * Math.sin(i / 20.0 + layer) + (i > 450 ? 40 : 0) + i % 7;
                }
              }
              spark.values(values, "active sessions");
              var bar =
                  new HBox(
                      8,
                      query,
                      Icons.button("mdi2f-file-tree", "Explain", "Explain", () -> {}),
                      Icons.button("mdi2p-pause", "Freeze", () -> {}),
                      spark);
              HBox.setHgrow(query, Priority.ALWAYS);
              var split = new SplitPane(table.view(), sql);
              split.setOrientation(Orientation.VERTICAL);
              split.setDividerPositions(0.7);
              VBox.setVgrow(split, Priority.ALWAYS);
              return new Layer(
                  new VBox(message[0], pills, bar, split, new TaskBar(tasks, new Words())));
            },
            1360,
            860);
    Screen.run(
        () -> {
          themes.choice().set(choice);
          themes.dress(stage.getScene());
          message[0].show(
              Severity.WARNING, "Answers are slow: the interval is doubled.", "Ask now", () -> {});
          table.states(Sessions::states);
          table.sortBy("time", true, false);
          query.text().set("user:app oops:3 time>5");
          sql.show(
              """
              SELECT o.id, o.total, c.name -- newest first
                FROM orders o
                JOIN customers c ON c.id = o.customer_id
               WHERE o.created_at > '2026-11-01' AND o.status IN (1, 2, 0x1F) AND @a = @@sql_mode
               ORDER BY o.created_at DESC
               LIMIT 50
              """);
          tasks.start(
              "Import 240 instances",
              (progress, cancel) -> {
                progress.at("prod-shop-db3", 80, 240);
                new java.util.concurrent.CountDownLatch(1).await();
                return true;
              },
              outcome -> {});
          tasks.start(
              "Discover from prod-shop-db1",
              (progress, cancel) -> {
                throw new Fault(Fault.CANCELLED, "by hand");
              },
              outcome -> {});
        });
    table.rows(Sessions.round(2_000, 3));
    Screen.until("rows", () -> table.shown().size() == 2_000);
    Screen.run(() -> table.select(Set.of(table.shown().get(6).id())));
    Screen.settle();
    String name = choice.name().toLowerCase(java.util.Locale.ROOT);
    Screen.run(() -> Shots.take(stage.getScene(), 1, folder.resolve("kit-" + name + ".png")));
    Screen.run(
        () -> {
          Sheet.titled("Kill query 4711")
              .on(
                  new InstanceRef(
                      "1",
                      "shop-db-03",
                      "10.3.0.7:3306",
                      "production",
                      "red",
                      Safety.STRICT,
                      "shop"))
              .body(new Label("One query of app@10.0.4.9 on shop, running for 312 s."))
              .act("Kill query 4711", Sheet.Kind.DANGER, Sheet::close)
              .open(stage.getScene().getRoot());
          Toasts.show(
              stage.getScene().getRoot(), Severity.OK, "Removed 3 instances.", "Undo", () -> {});
        });
    Screen.settle();
    Screen.run(
        () -> Shots.take(stage.getScene(), 1.25, folder.resolve("kit-sheet-" + name + ".png")));
    Screen.run(tasks::close);
    Screen.run(table::close);
    Screen.run(sql::close);
    Screen.close(stage);
  }
}
