package org.binnacle.app.window;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.binnacle.app.start.SettingChecks;
import org.binnacle.fxkit.Command;
import org.binnacle.fxkit.PaletteSource;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.SystemChoosers;
import org.binnacle.fxkit.task.Tasks;
import org.binnacle.kernel.Settings;
import org.binnacle.kernel.Words;

/// A window with a navigator and panels of no meaning, for trying the shell.
final class Trial {
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final Tasks tasks = new Tasks();

  WindowWiring wiring(Settings settings) {
    return new WindowWiring(
        settings,
        new Words(),
        "0.1.0",
        Path.of("state"),
        new SystemChoosers(),
        tasks,
        desk ->
            new Parts(
                new VBox(new Label("Fleet"), new TextField()),
                List.of(
                    new PanelKind("note:", id -> Optional.of(note(id, ""))),
                    new PanelKind("prod:", id -> Optional.of(note(id, "red")))),
                List.of(
                    Command.of(
                        "note.new",
                        "Fleet",
                        "New note",
                        "mdi2p-plus",
                        "Shortcut+N",
                        () -> desk.workbench().open("note:" + opened.get()))),
                List.of(
                    () ->
                        IntStream.range(0, 300)
                            .mapToObj(
                                i ->
                                    new PaletteSource.Entry(
                                        "instance",
                                        "shop-db-%03d".formatted(i),
                                        "10.0.0.%d:3306 production".formatted(i),
                                        "mdi2d-database",
                                        "",
                                        () -> desk.workbench().open("prod:" + i)))
                            .toList()),
                () ->
                    new Status(
                        300,
                        2,
                        Duration.ofSeconds(1),
                        Optional.of(Duration.ofMillis(400)),
                        "GNOME keyring",
                        ""),
                List.of("note.new"),
                SettingChecks.all()));
  }

  Panel note(String id, String frame) {
    opened.incrementAndGet();
    var field = new TextField(id);
    var node = new VBox(new Label("Note " + id), field);
    return new Panel() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public ObservableValue<String> title() {
        return new SimpleStringProperty("Note " + id);
      }

      @Override
      public String icon() {
        return "mdi2n-note-outline";
      }

      @Override
      public String frame() {
        return frame;
      }

      @Override
      public String frameWords() {
        return frame.isEmpty() ? "" : "production   shop-db-" + id;
      }

      @Override
      public Node node() {
        return node;
      }

      @Override
      public void focus() {
        field.requestFocus();
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
