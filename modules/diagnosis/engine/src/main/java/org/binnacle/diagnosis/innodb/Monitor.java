package org.binnacle.diagnosis.innodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.kernel.InstanceRef;

/// The text of InnoDB's monitor (SHOW ENGINE INNODB STATUS), cut at its headings.
///
/// @param text as the server wrote it, up to 1 MB
/// @param sections in their order; the first is what stands before the first heading
public record Monitor(InstanceRef instance, Instant at, String text, List<Part> sections) {

  /// @param title such as `TRANSACTIONS`
  public record Part(String title, String text) {}

  public static Monitor of(InstanceRef instance, Instant at, String text) {
    var sections = new ArrayList<Part>();
    String[] lines = text.split("\n", -1);
    String title = "";
    var body = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      boolean heading =
          rule(lines[i]) && i + 2 < lines.length && rule(lines[i + 2]) && !lines[i + 1].isBlank();
      if (heading) {
        add(sections, title, body);
        title = lines[i + 1].strip();
        i += 2;
      } else {
        body.append(lines[i]).append('\n');
      }
    }
    add(sections, title, body);
    return new Monitor(instance, at, text, List.copyOf(sections));
  }

  private static void add(List<Part> sections, String title, StringBuilder body) {
    if (!title.isEmpty() || !body.toString().isBlank()) {
      // The first heading is the time with a thread's number.
      boolean head = title.isEmpty() || title.endsWith("INNODB MONITOR OUTPUT");
      sections.add(new Part(head ? "HEAD" : title, body.toString().stripTrailing()));
    }
    body.setLength(0);
  }

  private static boolean rule(String line) {
    String bare = line.strip();
    return bare.length() >= 3
        && (bare.chars().allMatch(c -> c == '-') || bare.chars().allMatch(c -> c == '='));
  }
}
