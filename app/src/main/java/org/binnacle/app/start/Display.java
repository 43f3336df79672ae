package org.binnacle.app.start;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to open a window on, and the switch to a drawn one.
public final class Display {
  private Display() {}

  /// Why no window can be opened; empty where one can.
  public static String missing(Map<String, String> environment) {
    if (System.getProperty("glass.platform", "").equalsIgnoreCase("headless")) {
      return "";
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows") || system.startsWith("mac")) {
      return "";
    }
    // JavaFX speaks X11 only, on Wayland through Xwayland, which sets DISPLAY too.
    return environment.getOrDefault("DISPLAY", "").isBlank() ? "DISPLAY is not set" : "";
  }

  /// Windows are drawn into memory from now on; before JavaFX is started.
  public static void none() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }
}
