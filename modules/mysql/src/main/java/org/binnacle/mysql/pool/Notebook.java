package org.binnacle.mysql.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.mysql.Asked;

/// What was asked on a monitoring connection, by the marks of the statements; over reconnects. From
/// any thread.
final class Notebook implements Consumer<String> {
  private static final Pattern MARK = Pattern.compile("/\\* binnacle:([a-z0-9-]+)");

  /// Texts with lists of ids in them are new each time.
  private static final int MOST_TEXTS = 200;

  private final InstantSource clock;
  private final Map<String, String> marks = new HashMap<>();
  private final Map<String, Asked> asked = new TreeMap<>();

  Notebook(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void accept(String sql) {
    if (marks.size() > MOST_TEXTS) {
      marks.clear();
    }
    String mark = marks.computeIfAbsent(sql, Notebook::mark);
    if (!mark.isEmpty()) {
      Instant now = clock.instant();
      asked.merge(
          mark,
          new Asked(mark, sql, 1, now),
          (before, one) -> new Asked(mark, sql, before.times() + 1, now));
    }
  }

  private static String mark(String sql) {
    Matcher found = MARK.matcher(sql);
    return found.find() ? found.group(1) : "";
  }

  /// By mark.
  synchronized List<Asked> asked() {
    return List.copyOf(asked.values());
  }
}
