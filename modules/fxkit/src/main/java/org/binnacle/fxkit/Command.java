package org.binnacle.fxkit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// One thing the user can do: the menus, the palette and the page of shortcuts are made of these.
///
/// @param id stable and dotted, such as `tab.close`
/// @param menu the menu it stands in, such as `View`; empty for the palette only
/// @param words what it does, as a verb phrase such as `Close tab`
/// @param icon an Ikonli literal; may be empty
/// @param key a combination such as `Shortcut+W`; empty for none
/// @param allowed whether it makes sense now
/// @param action runs on the FX thread and must not block
public record Command(
    String id,
    String menu,
    String words,
    String icon,
    String key,
    BooleanSupplier allowed,
    Runnable action) {

  public static Command of(
      String id, String menu, String words, String icon, String key, Runnable action) {
    return new Command(id, menu, words, icon, key, () -> true, action);
  }

  public Optional<KeyCombination> combination() {
    return key.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(key));
  }

  /// The key as this system writes it, such as `Ctrl+W`; empty for none.
  public String keyText() {
    return combination().map(KeyCombination::getDisplayText).orElse("").replace("DIGIT", "");
  }

  /// Runs the action where it is allowed now.
  public void run() {
    FxThread.check();
    if (allowed.getAsBoolean()) {
      action.run();
    }
  }
}
