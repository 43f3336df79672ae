package org.binnacle.diagnosis.session;

import java.util.List;
import java.util.stream.Collectors;
import org.binnacle.diagnosis.innodb.Amount;
import org.binnacle.mysql.Row;
import org.binnacle.mysql.Session;

/// What memory one thread uses, as the server counts it.
///
/// @param parts the most first; empty where the server counts none
public record ThreadMemory(List<Part> parts) {
  private static final int TOLD = 4;

  public ThreadMemory {
    parts = List.copyOf(parts);
  }

  /// @param name of the instrument, such as `memory/sql/Filesort_buffer::sort_keys`; empty where
  ///   the server tells only the whole
  public record Part(String name, long bytes) {
    static Part of(Row row) {
      return new Part(row.text("name", ""), row.number("bytes", 0));
    }
  }

  /// Asks for one thread. Never for a poll.
  public static ThreadMemory read(Session session, ProcessRow row) {
    long whose = session.facts().mariaDb() ? row.id() : row.threadId();
    return new ThreadMemory(session.query(session.flavour().memory(), Part::of, whose));
  }

  public long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }

  /// `1.5 MiB: 1.0 MiB sql/Filesort_buffer::sort_keys, ...`.
  public String words() {
    if (parts.isEmpty()) {
      return "not counted: the thread has ended, or memory instruments are off (MySQL 5.7 has them"
          + " off at start)";
    }
    String most =
        parts.stream()
            .filter(part -> !part.name().isEmpty())
            .limit(TOLD)
            .map(
                part -> Amount.bytes(part.bytes()) + " " + part.name().replaceFirst("^memory/", ""))
            .collect(Collectors.joining(", "));
    return Amount.bytes(bytes()) + (most.isEmpty() ? "" : ": " + most);
  }
}
