package org.binnacle.diagnosis.incident.guard;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.diagnosis.health.Vitals;
import org.binnacle.diagnosis.incident.Trigger;

/// What the looks that are made anyway tell of one instance. Not for several threads.
final class Seen {
  private Optional<Vitals> before = Optional.empty();
  private final Map<String, Double> growth = new HashMap<>();

  /// What becomes of asking a look.
  sealed interface Answer {
    /// @param value the number now
    record Value(double value) implements Answer {}

    /// It will be known at the next look.
    record NotYet() implements Answer {}

    /// The look does not bring it: it has to be asked for.
    record Elsewhere() implements Answer {}
  }

  /// Takes note of a look.
  void look(Vitals now) {
    growth.clear();
    before.ifPresent(
        then -> {
          double seconds = (now.at().toEpochMilli() - then.at().toEpochMilli()) / 1e3;
          // A counter that fell began anew: there is no growth to tell.
          now.status()
              .forEach(
                  (name, value) -> {
                    Long old = then.status().get(name);
                    if (old != null && seconds > 0 && value >= old) {
                      growth.put(name, (value - old) / seconds);
                    }
                  });
        });
    before = Optional.of(now);
  }

  /// A look that failed breaks the row.
  void failed() {
    before = Optional.empty();
    growth.clear();
  }

  Answer answer(Trigger.What what) {
    return switch (what) {
      case Trigger.What.Variable(String name) -> variable(name);
      case Trigger.What.Growth(String name) -> growth(name);
      case Trigger.What.Sessions sessions -> new Answer.Elsewhere();
      case Trigger.What.Blocks blocks -> new Answer.Elsewhere();
    };
  }

  private Answer variable(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return before
        .flatMap(seen -> Optional.ofNullable(seen.status().get(low)))
        .<Answer>map(value -> new Answer.Value(value))
        .orElseGet(Answer.Elsewhere::new);
  }

  private Answer growth(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    Double value = growth.get(low);
    if (value != null) {
      return new Answer.Value(value);
    }
    return before.filter(seen -> seen.status().containsKey(low)).isPresent()
        ? new Answer.NotYet()
        : new Answer.Elsewhere();
  }
}
