package org.binnacle.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.explain.picture.Colours;
import org.binnacle.explain.picture.Ink;

/// The colours of a theme without JavaFX: the tokens of the window's own sheets, followed until a
/// colour comes. A picture that a command draws looks as the window's does.
final class ThemeColours {
  private static final Pattern TOKEN = Pattern.compile("(-[a-z][a-z0-9-]*)\\s*:\\s*([^;{}]+)[;}]");
  private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})([0-9a-fA-F]{2})?");
  private static final int LONGEST_WAY = 6;

  private final Map<String, String> tokens = new HashMap<>();

  private ThemeColours() {}

  /// The theme that the window has by day, or by night.
  static Colours of(boolean dark) {
    var sheets = new ThemeColours();
    // Of a token that stands twice the first counts: the root's, before those of single controls.
    for (String sheet :
        List.of(
            dark ? "/css/theme-dark.css" : "/css/theme-light.css",
            "/css/plan.css",
            dark
                ? "/atlantafx/base/theme/primer-dark.css"
                : "/atlantafx/base/theme/primer-light.css")) {
      sheets.read(sheet);
    }
    var found = new EnumMap<Ink, Integer>(Ink.class);
    for (Ink ink : Ink.values()) {
      found.put(ink, sheets.colour(ink.property()));
    }
    return ink -> found.getOrDefault(ink, 0);
  }

  private void read(String sheet) {
    try (InputStream in = ThemeColours.class.getResourceAsStream(sheet)) {
      if (in == null) {
        throw new IllegalStateException("the sheet " + sheet + " is missing");
      }
      Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        tokens.putIfAbsent(matcher.group(1), matcher.group(2).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int colour(String token) {
    String value = token;
    for (int i = 0; i < LONGEST_WAY; i++) {
      Matcher hex = HEX.matcher(value);
      if (hex.matches()) {
        return Integer.parseInt(hex.group(1), 16);
      }
      String next = tokens.get(value);
      if (next == null) {
        break;
      }
      value = next;
    }
    throw new IllegalStateException("no colour for " + token + ": " + value);
  }
}
