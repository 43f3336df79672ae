package org.binnacle.diagnosis.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.query.Suggestions;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// Counts sessions by a field; pure.
public final class Groups {
  private static final String IDLE = "is:idle-in-trx";

  private Groups() {}

  private record Of(String value, boolean idle) {}

  /// The largest first; of equal ones the one whose times are longest together.
  public static List<SessionGroup> of(List<ProcessRow> rows, GroupBy by) {
    Map<Of, List<ProcessRow>> found = new LinkedHashMap<>();
    for (ProcessRow row : rows) {
      boolean idle = by.idleApart(row);
      found
          .computeIfAbsent(
              new Of(idle ? "" : by.field().text(row), idle), value -> new ArrayList<>())
          .add(row);
    }
    return found.entrySet().stream()
        .map(entry -> group(by, entry.getKey(), entry.getValue(), rows))
        .sorted(
            Comparator.comparingLong(SessionGroup::count)
                .thenComparingLong(SessionGroup::sumUs)
                .reversed()
                .thenComparing(SessionGroup::words))
        .toList();
  }

  private static SessionGroup group(
      GroupBy by, Of of, List<ProcessRow> rows, List<ProcessRow> everybody) {
    ProcessRow longest =
        rows.stream().max(Comparator.comparingLong(ProcessRow::timeUs)).orElseThrow();
    return new SessionGroup(
        of.value(),
        words(by, of),
        of.idle() ? IDLE : term(by, of.value(), everybody),
        rows.size(),
        rows.stream().filter(row -> row.kind() == Kind.ACTIVE).count(),
        rows.stream().filter(ProcessRow::blocked).count(),
        rows.stream().filter(row -> row.kind() == Kind.IDLE_IN_TRX).count(),
        longest.timeUs(),
        rows.stream().mapToLong(ProcessRow::timeUs).sum(),
        of.idle() ? "" : longest.sql());
  }

  private static String words(GroupBy by, Of of) {
    if (of.idle()) {
      return "idle in trx";
    }
    if (!of.value().isEmpty()) {
      return of.value();
    }
    return by == GroupBy.ROOT ? "(in no queue)" : "(no " + by.words() + ")";
  }

  /// Idle transactions are told apart only where the value alone would find them too.
  private static String term(GroupBy by, String value, List<ProcessRow> everybody) {
    String term = by.key() + ":" + (value.isEmpty() ? "\"\"" : Suggestions.quoted(value));
    boolean alike =
        everybody.stream()
            .anyMatch(row -> by.idleApart(row) && by.field().text(row).equalsIgnoreCase(value));
    return alike ? term + " -" + IDLE : term;
  }
}
