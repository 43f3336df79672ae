package org.binnacle.diagnosis.incident;

import java.time.Duration;
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
/// @param release where the value must have been before it fires again
public record Trigger(
    String text,
    What what,
    boolean above,
    double threshold,
    int cycles,
    Duration coolDown,
    Release release) {
  private static final String COMPARED = "\\s*([<>])\\s*([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*";
  private static final Pattern VARIABLE =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]{0,63})(/s)?" + COMPARED);
  private static final Pattern SESSIONS = Pattern.compile("\\s*sessions\\s*\\((.*)\\)" + COMPARED);
  private static final Pattern SAVED = Pattern.compile("\\s*(@[^\\s<>]+)" + COMPARED);
  private static final String BLOCKS = "blocks";

  /// @throws Fault where the value would be let go before it holds
  public Trigger {
    if (release instanceof Release.At(double value)
        && (above ? value > threshold : value < threshold)) {
      throw new Fault(
          IncidentFaults.TRIGGER,
          "%s releases at %s, which is %s its threshold"
              .formatted(text, release.text(), above ? "above" : "below"));
    }
  }

  /// What is looked at.
  public sealed interface What {
    /// The value of a variable of the global status.
    record Variable(String name) implements What {}

    /// How much a variable grows in a second.
    record Growth(String name) implements What {}

    /// How many sessions fit a query of the query bar; saved filters are looked up at each look.
    record Sessions(String query) implements What {}

    /// How many sessions wait for the one that holds up most, directly or through others.
    record Blocks() implements What {}
  }

  /// Reads `Threads_running>25`, `Slow_queries/s>5`, `sessions(state~lock)>10`, `@busy>10` for
  /// `sessions(@busy)>10`, and `blocks>10`. Whether a saved filter is there is not looked at.
  ///
  /// @throws Fault with {@link IncidentFaults#TRIGGER}, or that of the query
  public static Trigger of(String text, int cycles, Duration coolDown, Release release) {
    Matcher found = SESSIONS.matcher(text);
    if (found.matches()) {
      SessionQuery.form(found.group(1));
      return made(text, new What.Sessions(found.group(1)), found, 2, cycles, coolDown, release);
    }
    found = SAVED.matcher(text);
    if (found.matches()) {
      return made(text, new What.Sessions(found.group(1)), found, 2, cycles, coolDown, release);
    }
    found = VARIABLE.matcher(text);
    if (!found.matches()) {
      throw new Fault(IncidentFaults.TRIGGER, text);
    }
    String name = found.group(1);
    boolean grows = found.group(2) != null;
    What what =
        name.equalsIgnoreCase(BLOCKS) && !grows
            ? new What.Blocks()
            : grows ? new What.Growth(name) : new What.Variable(name);
    return made(text, what, found, 3, cycles, coolDown, release);
  }

  /// It may fire again where the value has been at nine tenths of the threshold.
  public static Trigger of(String text, int cycles, Duration coolDown) {
    return of(text, cycles, coolDown, Release.Usual.SHIPPED);
  }

  private static Trigger made(
      String text,
      What what,
      Matcher found,
      int comparison,
      int cycles,
      Duration coolDown,
      Release release) {
    return new Trigger(
        text.strip(),
        what,
        found.group(comparison).equals(">"),
        Double.parseDouble(found.group(comparison + 1)),
        Math.max(1, cycles),
        coolDown,
        release);
  }

  public boolean holds(double value) {
    return above ? value > threshold : value < threshold;
  }

  /// Whether a value is far enough back for it to fire again.
  public boolean released(double value) {
    return switch (release) {
      case Release.Off off -> true;
      case Release.Usual(double share) -> back(value, shared(share));
      case Release.At(double given) -> back(value, given);
    };
  }

  private boolean back(double value, double bound) {
    return above ? value <= bound : value >= bound;
  }

  private double shared(double share) {
    return above ? threshold * share : threshold / share;
  }

  /// `again once it is 22.5 or less`.
  public String releaseWords() {
    return switch (release) {
      case Release.Off off -> "again as long as it holds";
      case Release.Usual(double share) -> backWords(shared(share));
      case Release.At(double given) -> backWords(given);
    };
  }

  private String backWords(double bound) {
    return "again once it is %s or %s".formatted(Release.number(bound), above ? "less" : "more");
  }

  /// `Threads_running>25 at 5 looks in a row`.
  public String words() {
    return cycles == 1 ? text : text + " at " + cycles + " looks in a row";
  }

  /// Counts looks of one instance. Pure; not safe for several threads.
  public static final class Count {
    private final Trigger trigger;
    private int held;
    private boolean ready = true;
    private Optional<Long> quietUntilNs = Optional.empty();

    public Count(Trigger trigger) {
      this.trigger = trigger;
    }

    /// @return whether it fires now; then it is quiet for the cool-down, and until the value has
    ///   gone back
    public boolean look(double value, long nowNs) {
      ready |= trigger.released(value);
      held = trigger.holds(value) ? held + 1 : 0;
      boolean quiet = quietUntilNs.filter(until -> nowNs - until < 0).isPresent();
      if (held < trigger.cycles() || quiet || !ready) {
        return false;
      }
      held = 0;
      ready = trigger.release() instanceof Release.Off;
      quietUntilNs = Optional.of(nowNs + trigger.coolDown().toNanos());
      return true;
    }

    /// A look that failed breaks the row.
    public void failed() {
      held = 0;
    }
  }
}
