package org.binnacle.diagnosis.view.innodb;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.binnacle.kernel.Severity;

/// Which figures are shown: those whose group, name or key has some words, or only unusual ones.
final class FigureFilter extends HBox {
  private final TextField search = new TextField();
  private final CheckBox unusual = new CheckBox("Only unusual");

  /// @param use told of each other choice
  FigureFilter(Consumer<Predicate<InnoDbLine>> use) {
    search.setPromptText("Filter figures");
    search.textProperty().addListener((seen, was, is) -> use.accept(chosen()));
    unusual.selectedProperty().addListener((seen, was, is) -> use.accept(chosen()));
    HBox.setHgrow(search, Priority.ALWAYS);
    getStyleClass().add("session-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(search, unusual);
  }

  private Predicate<InnoDbLine> chosen() {
    String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
    boolean only = unusual.isSelected();
    return line ->
        (!only || line.figure().severity() != Severity.OK)
            && (wanted.isEmpty()
                || (line.figure().group() + " " + line.figure().name() + " " + line.key())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted));
  }

  void clear() {
    search.clear();
    unusual.setSelected(false);
  }
}
