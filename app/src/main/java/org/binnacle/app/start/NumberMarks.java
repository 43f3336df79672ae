package org.binnacle.app.start;

import java.util.Locale;
import org.binnacle.kernel.Settings;

/// Whose marks separate thousands and decimals in the window, as the settings say under
/// `numbers.language`; texts stay English. Where nothing is chosen the system's marks stand.
final class NumberMarks {
  private NumberMarks() {}

  /// Before anything is shown.
  static void apply(Settings settings) {
    settings
        .get("numbers.language")
        .filter(chosen -> !chosen.equals("system"))
        .ifPresent(chosen -> Locale.setDefault(Locale.Category.FORMAT, Locale.of(chosen)));
  }
}
