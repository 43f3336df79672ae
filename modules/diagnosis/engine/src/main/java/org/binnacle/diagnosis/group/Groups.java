package org.binnacle.diagnosis.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.query.Suggestions;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;

/// Counts sessions by a field; pure.
public final class Groups {
  private static final String IDLE = "is:idle-in-trx";

  private Groups() {}

  /// @param instance where the value means something on that instance only; else empty
  private record Of(String value, boolean idle, String instance) {}

  /// The largest first; of equal ones the one whose times are longest together.
  public static List<SessionGroup> of(List<ProcessRow> rows, GroupBy by) {
    Map<Of, List<ProcessRow>> found = new LinkedHashMap<>();
    boolean merged = rows.stream().map(row -> row.instance().id()).distinct().count() > 1;
    for (ProcessRow row : rows) {
      found.computeIfAbsent(of(row, by, merged), made -> new ArrayList<>()).add(row);
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

  /// The same connection id is somebody else on another instance.
  private static Of of(ProcessRow row, GroupBy by, boolean merged) {
    if (by.idleApart(row)) {
      return new Of("", true, "");
    }
    String value = by.field().text(row);
    boolean apart = merged && by == GroupBy.ROOT && !value.isEmpty();
    return new Of(value, false, apart ? row.instance().name() : "");
  }

  private static SessionGroup group(
      GroupBy by, Of of, List<ProcessRow> rows, List<ProcessRow> everybody) {
    ProcessRow longest =
        rows.stream().max(Comparator.comparingLong(ProcessRow::timeUs)).orElseThrow();
    return new SessionGroup(
        of.value(),
        words(by, of),
        of.idle() ? IDLE : term(by, of, everybody),
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
      return of.instance().isEmpty() ? of.value() : of.value() + " on " + of.instance();
    }
    return by == GroupBy.ROOT ? "(in no queue)" : "(no " + by.words() + ")";
  }

  /// Idle transactions are told apart only where the value alone would find them too.
  private static String term(GroupBy by, Of of, List<ProcessRow> everybody) {
    String value = of.value();
    String term = by.key() + ":" + (value.isEmpty() ? "\"\"" : Suggestions.quoted(value));
    if (!of.instance().isEmpty()) {
      return term + " " + Field.INSTANCE.key() + ":" + Suggestions.quoted(of.instance());
    }
    boolean alike =
        everybody.stream()
            .anyMatch(row -> by.idleApart(row) && by.field().text(row).equalsIgnoreCase(value));
    return alike ? term + " -" + IDLE : term;
  }
}
