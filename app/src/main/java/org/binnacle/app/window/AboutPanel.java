package org.binnacle.app.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Severity;

/// What this program is, what it runs on, and the licences of what it is made of.
final class AboutPanel implements Panel {
  private final ObservableValue<String> title = new SimpleStringProperty("About Binnacle");
  private final VBox page = new VBox();

  AboutPanel(String version, Path folder) {
    String facts =
        """
        Binnacle %s
        Java %s, JavaFX %s
        %s %s (%s)
        State folder %s"""
            .formatted(
                version,
                Runtime.version(),
                System.getProperty("javafx.runtime.version", "?"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                folder);
    var name = new Label("Binnacle " + version, Icons.of("mdi2c-compass-outline"));
    name.getStyleClass().add("page-title");
    var words = new Label("A workbench for the people who run MySQL fleets.");
    words.getStyleClass().add("muted");
    var text = new Label(facts.substring(facts.indexOf('\n') + 1));
    var copy = new Button("Copy these facts", Icons.of("mdi2c-content-copy"));
    copy.setOnAction(event -> copy(facts));
    var heading = new Label("Licences");
    heading.getStyleClass().add("page-section");
    var licences = new TextArea(legal("third-parties.txt") + "\n\n" + legal("LICENSE"));
    licences.setEditable(false);
    licences.setWrapText(true);
    licences.getStyleClass().add("mono");
    licences.setAccessibleText("Licences");
    VBox.setVgrow(licences, Priority.ALWAYS);
    page.getStyleClass().add("page");
    page.getChildren().setAll(name, words, text, copy, heading, licences);
  }

  @Override
  public String id() {
    return "about";
  }

  @Override
  public ObservableValue<String> title() {
    return title;
  }

  @Override
  public String icon() {
    return "mdi2i-information-outline";
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void close() {}

  private void copy(String facts) {
    var content = new ClipboardContent();
    content.putString(facts);
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(page, Severity.OK, "Copied.");
  }

  private static String legal(String name) {
    try (InputStream in = AboutPanel.class.getResourceAsStream("/legal/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
