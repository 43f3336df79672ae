package org.binnacle.diagnosis.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.diagnosis.session.ProcessRow;

/// Rules made ready to mark rows. Pure, from any thread.
public final class MarkBook {
  private final List<Ready> ready;

  private record Ready(Mark mark, SessionQuery query) {}

  /// What stands on a row.
  ///
  /// @param rank orders rows by what matters: coloured rules first, in their order, rows without a
  ///   mark behind them, grey ones last
  public record Mark(int rank, String word, MarkColour colour, Optional<MarkShape> shape) {
    /// Nothing stands out.
    public static final Mark NONE = new Mark(1_000, "", MarkColour.NONE, Optional.empty());
  }

  private MarkBook(List<Ready> ready) {
    this.ready = List.copyOf(ready);
  }

  /// Rules that are off, that ask for nothing or are no query are left out.
  ///
  /// @param saved saved filters by name, for `@name`
  public static MarkBook of(MarkRules rules, Map<String, String> saved) {
    var ready = new ArrayList<Ready>();
    for (MarkRule rule : rules.rules()) {
      if (rule.on()
          && SessionQuery.parse(rule.query(), saved)
              instanceof SessionQuery.Parsed.Good(SessionQuery query)
          && !query.isEmpty()) {
        int rank = (rule.colour() == MarkColour.GREY ? 2_000 : 0) + ready.size();
        ready.add(
            new Ready(
                new Mark(rank, rule.word(), rule.colour(), Optional.of(rule.shape())), query));
      }
    }
    return new MarkBook(ready);
  }

  public Mark of(ProcessRow row) {
    for (Ready one : ready) {
      if (one.query().test(row)) {
        return one.mark();
      }
    }
    return Mark.NONE;
  }
}
