package org.binnacle.diagnosis.query;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.binnacle.diagnosis.SessionFaults;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Fault;

/// What the query bar says, as a test of rows. Case is ignored everywhere.
///
/// ```
/// shop                  the text anywhere in the row
/// user:app              equals; * stands for anything:  host:10.0.4.*
/// state~lock            contains
/// sql~/for\s+update/    regular expression, also as a word of its own: /deadlock/
/// time>5 trx>=1m        > >= < <= : on times (us, ms, s, m, h, d; s where nothing is said)
/// examined>100k         and on counts (k, m, g)
/// -db:mysql             not
/// user:app|etl          or; a comma does the same: id:4711,4712
/// user:"my app"         quotes keep spaces and signs together
/// is:idle-in-trx        active, idle-in-trx, in-trx, sleeping, blocked, blocker, replication,
///                       daemon, own, no-index, tmp-disk
/// @busy                 a saved filter by its name
/// ```
///
/// Parts stand side by side and must all be met.
public final class SessionQuery implements Predicate<ProcessRow> {
  /// Met by every row.
  public static final SessionQuery ALL = new SessionQuery("", List.of());

  private final String text;
  private final List<Condition> conditions;

  SessionQuery(String text, List<Condition> conditions) {
    this.text = text;
    this.conditions = List.copyOf(conditions);
  }

  /// What became of a text.
  public sealed interface Parsed {
    record Good(SessionQuery query) implements Parsed {}

    record Bad(QueryError error) implements Parsed {}
  }

  /// Never throws: a wrong text comes back as {@link Parsed.Bad}.
  ///
  /// @param saved saved filters by name, for `@name`
  public static Parsed parse(String text, Map<String, String> saved) {
    return QueryParser.parse(text, saved);
  }

  /// For callers that have no place to underline in.
  ///
  /// @throws Fault with {@link SessionFaults#QUERY} where the text is no query
  public static SessionQuery of(String text, Map<String, String> saved) {
    return switch (parse(text, saved)) {
      case Parsed.Good(SessionQuery query) -> query;
      case Parsed.Bad(QueryError error) -> throw new Fault(SessionFaults.QUERY, error.line());
    };
  }

  /// Looks at the form alone: whether a saved filter is there is left open.
  ///
  /// @throws Fault as {@link #of}
  public static void form(String text) {
    of(text, QueryParser.anySaved(text));
  }

  @Override
  public boolean test(ProcessRow row) {
    for (Condition condition : conditions) {
      if (!condition.meets(row)) {
        return false;
      }
    }
    return true;
  }

  public boolean isEmpty() {
    return conditions.isEmpty();
  }

  /// The text that it was read from.
  public String text() {
    return text;
  }

  /// Whether plain sleepers could meet it only if the server were asked for them.
  public boolean wantsSleepers() {
    return conditions.stream().anyMatch(SessionQuery::namesSleepers);
  }

  /// Whether it can only be answered by who asks the server who waits for whom.
  public boolean asksQueues() {
    return conditions.stream().anyMatch(SessionQuery::namesQueues);
  }

  private static boolean namesQueues(Condition condition) {
    return switch (condition) {
      case Condition.Is(List<Trait> any) -> any.contains(Trait.BLOCKER);
      case Condition.Saved(SessionQuery query) -> query.asksQueues();
      case Condition.Not(Condition inner) -> namesQueues(inner);
      case Condition.Text text -> text.field() == Field.BLOCKED_BY || text.field() == Field.ROOT;
      case Condition.Numeric numeric -> numeric.field() == Field.BLOCKS;
      case Condition.Anywhere ignored -> false;
    };
  }

  private static boolean namesSleepers(Condition condition) {
    return switch (condition) {
      case Condition.Is(List<Trait> any) -> any.contains(Trait.SLEEPING);
      case Condition.Saved(SessionQuery query) -> query.wantsSleepers();
      case Condition.Text text ->
          text.field() == Field.COMMAND && text.any().stream().anyMatch(match -> match.in("Sleep"));
      case Condition.Anywhere ignored -> false;
      case Condition.Numeric ignored -> false;
      case Condition.Not ignored -> false;
    };
  }
}
