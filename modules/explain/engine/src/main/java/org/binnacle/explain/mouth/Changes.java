package org.binnacle.explain.mouth;

import java.util.Locale;
import java.util.OptionalDouble;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Delta;

/// Changes in words, for all mouths.
final class Changes {
  private Changes() {}

  /// `changed: Table scan on ord -> Index lookup on ord using status; rows 28,879 -> 14,439`.
  static String words(Change change) {
    String kind = change.kind().name().toLowerCase(Locale.ROOT) + ": ";
    String before = change.before().map(PlanNode::label).map(Findings::line).orElse("");
    String after = change.after().map(PlanNode::label).map(Findings::line).orElse("");
    String step =
        before.isEmpty()
            ? after
            : after.isEmpty() || after.equals(before) ? before : before + " -> " + after;
    return kind + step + numbers(change);
  }

  private static String numbers(Change change) {
    var text = new StringBuilder();
    boolean both = change.before().isPresent() && change.after().isPresent();
    if (both && differs(change.rows())) {
      text.append("; rows ").append(delta(change.rows()));
    }
    if (both && differs(change.timeMs())) {
      text.append("; ms ").append(delta(change.timeMs()));
    }
    if (both && differs(change.cost())) {
      text.append("; cost ").append(delta(change.cost()));
    }
    return text.toString();
  }

  static boolean differs(Delta delta) {
    return delta.difference().orElse(0) != 0;
  }

  static String delta(Delta delta) {
    return figure(delta.before()) + " -> " + figure(delta.after());
  }

  private static String figure(OptionalDouble value) {
    return value.isEmpty() ? "unknown" : Figures.plain(value.getAsDouble());
  }
}
