package org.binnacle.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// Statements that ran on real servers, and mutilated ones made of them.
final class Samples {
  private static final String[] PIECES = {
    "'",
    "\"",
    "`",
    "/*",
    "*/",
    "/*!80013 ",
    "/*+ ",
    "-- ",
    "#",
    "\n",
    "\r\n",
    ";",
    "DELIMITER //\n",
    "//",
    "\\",
    "\\G",
    "@",
    "@@",
    ".",
    "1e",
    "0x",
    "_utf8",
    "BEGIN ",
    "END ",
    "CASE ",
    "(",
    ")",
    "$$",
    ":",
    "->",
    "é",
    "\u0000",
    "\uD83D\uDE00",
    "\uD83D",
    " ",
    "--",
    "-",
    "N'",
    "x'",
    "?",
    ","
  };

  private Samples() {}

  static List<String> lines(String name) {
    try (InputStream in =
        Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> statements() {
    return lines("statements.txt");
  }

  /// The same texts for the same seed: real ones cut, joined and strewn with what is awkward.
  static List<String> mutilated(long seed, int count) {
    var random = new Random(seed);
    var real = statements();
    var made = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder(real.get(random.nextInt(real.size())));
      if (random.nextBoolean()) {
        text.append(";\n").append(real.get(random.nextInt(real.size())));
      }
      for (int j = random.nextInt(6); j >= 0; j--) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(3) == 0) {
          text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
        } else {
          text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        }
      }
      made.add(text.toString());
    }
    return made;
  }
}
