package org.binnacle.diagnosis.view.instance;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.view.instance.Moments.Mark;
import org.binnacle.diagnosis.view.instance.Moments.Name;
import org.binnacle.fxkit.Icons;

/// The marks at the right of the switcher: a button for each, with its time once it is there, and
/// one that compares them.
final class MomentBar extends HBox implements AutoCloseable {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final String FLAG = "mdi2f-flag-outline";

  private final Moments moments;
  private final Map<Name, Button> buttons = new EnumMap<>(Name.class);
  private final Button compare;
  private final Runnable deaf;

  MomentBar(Moments moments) {
    this.moments = moments;
    getStyleClass().add("moment-bar");
    setAlignment(Pos.CENTER_RIGHT);
    setMinWidth(USE_PREF_SIZE);
    for (Name name : Name.values()) {
      Button button =
          Icons.button(
              FLAG,
              name.name(),
              "Mark %s: keep this moment, or that of the past which is shown, to compare it (Shift+%s)"
                  .formatted(name, name),
              () -> moments.take(name));
      button.setId("moment-" + name.name().toLowerCase(Locale.ROOT));
      button.setFocusTraversable(false);
      button.setMinWidth(USE_PREF_SIZE);
      buttons.put(name, button);
      getChildren().add(button);
    }
    compare =
        Icons.button("mdi2c-compare", "Compare the marks A and B (Shift+D)", moments::compare);
    compare.setId("moment-compare");
    compare.setFocusTraversable(false);
    getChildren().add(compare);
    setVisible(moments.possible());
    setManaged(moments.possible());
    deaf = moments.onChange(this::show);
    show();
  }

  private void show() {
    buttons.forEach(
        (name, button) -> {
          switch (moments.mark(name).get()) {
            case Mark.None() -> tell(button, name.name(), true);
            case Mark.Taking() -> tell(button, name + " ...", true);
            case Mark.Taken(Moments.Marked moment) ->
                tell(button, name + " " + CLOCK.format(moment.at()), false);
          }
        });
    compare.setDisable(moments.of(Name.A).isEmpty() || moments.of(Name.B).isEmpty());
  }

  /// @param flag whether it has its icon; a time speaks for itself and needs the room
  private static void tell(Button button, String words, boolean flag) {
    button.setText(words);
    button.setDisable(words.endsWith("..."));
    button.setGraphic(flag ? Icons.of(FLAG) : null);
  }

  @Override
  public void close() {
    deaf.run();
  }
}
