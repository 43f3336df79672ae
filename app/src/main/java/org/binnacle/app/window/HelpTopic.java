package org.binnacle.app.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One page of help: `help/<id>.md` of the resources. The list of all is `help/topics.txt`, one id
/// a line.
///
/// @param title its first heading
/// @param markdown the whole text
record HelpTopic(String id, String title, String markdown) {

  static List<HelpTopic> all() {
    return read("topics.txt")
        .orElse("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .flatMap(id -> find(id).stream())
        .toList();
  }

  static Optional<HelpTopic> find(String id) {
    return read(id + ".md").map(text -> new HelpTopic(id, title(id, text), text));
  }

  private static String title(String id, String text) {
    return text.lines()
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2).strip())
        .findFirst()
        .orElse(id);
  }

  private static Optional<String> read(String name) {
    try (InputStream in = HelpTopic.class.getResourceAsStream("/help/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
