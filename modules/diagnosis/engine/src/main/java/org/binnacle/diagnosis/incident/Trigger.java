package org.binnacle.diagnosis.incident;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.query.SessionQuery;
import org.binnacle.kernel.Fault;

/// When to capture by itself, in pt-stalk's vocabulary: a variable, a threshold, how many looks in
/// a row, and for how long to leave the instance alone afterwards.
///
/// @param text as it was typed
/// @param what a variable of the global status, its growth a second, or a count of sessions
/// @param above whether it holds above the threshold, else below
/// @param cycles looks in a row, at least 1
public record Trigger(
    String text, What what, boolean above, double threshold, int cycles, Duration coolDown) {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z0-9_]{0,63})(/s)?\\s*([<>])\\s*([0-9]+(?:\\.[0-9]+)?)\\s*");
  private static final Pattern SESSIONS =
      Pattern.compile("\\s*sessions\\s*\\((.*)\\)\\s*([<>])\\s*([0-9]+(?:\\.[0-9]+)?)\\s*");

  /// What is looked at.
  public sealed interface What {
    /// The value of a variable of the global status.
    record Variable(String name) implements What {}

    /// How much a variable grows in a second.
    record Growth(String name) implements What {}

    /// How many sessions fit a query of the query bar.
    record Sessions(String query) implements What {}
  }

  /// Reads `Threads_running>25`, `Slow_queries/s>5`, `sessions(state~lock)>10`.
  ///
  /// @throws Fault with {@link IncidentFaults#TRIGGER}, or that of the query
  public static Trigger of(String text, int cycles, Duration coolDown) {
    Matcher sessions = SESSIONS.matcher(text);
    if (sessions.matches()) {
      SessionQuery.of(sessions.group(1), Map.of());
      return new Trigger(
          text.strip(),
          new What.Sessions(sessions.group(1)),
          sessions.group(2).equals(">"),
          Double.parseDouble(sessions.group(3)),
          Math.max(1, cycles),
          coolDown);
    }
    Matcher variable = VARIABLE.matcher(text);
    if (!variable.matches()) {
      throw new Fault(IncidentFaults.TRIGGER, text);
    }
    String name = variable.group(1);
    return new Trigger(
        text.strip(),
        variable.group(2) == null ? new What.Variable(name) : new What.Growth(name),
        variable.group(3).equals(">"),
        Double.parseDouble(variable.group(4)),
        Math.max(1, cycles),
        coolDown);
  }

  public boolean holds(double value) {
    return above ? value > threshold : value < threshold;
  }

  /// `Threads_running>25 at 5 looks in a row`.
  public String words() {
    return cycles == 1 ? text : text + " at " + cycles + " looks in a row";
  }

  /// Counts looks of one instance. Pure; not safe for several threads.
  public static final class Count {
    private final Trigger trigger;
    private int held;
    private Optional<Long> quietUntilNs = Optional.empty();

    public Count(Trigger trigger) {
      this.trigger = trigger;
    }

    /// @return whether it fires now; then it is quiet for the cool-down
    public boolean look(double value, long nowNs) {
      held = trigger.holds(value) ? held + 1 : 0;
      boolean quiet = quietUntilNs.filter(until -> nowNs - until < 0).isPresent();
      if (held < trigger.cycles() || quiet) {
        return false;
      }
      held = 0;
      quietUntilNs = Optional.of(nowNs + trigger.coolDown().toNanos());
      return true;
    }

    /// A look that failed breaks the row.
    public void failed() {
      held = 0;
    }
  }
}
