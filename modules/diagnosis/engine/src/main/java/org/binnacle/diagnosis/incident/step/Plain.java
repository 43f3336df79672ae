package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.binnacle.mysql.Capability;
import org.binnacle.mysql.Session;

/// A step of one round that needs nothing from the others: what it asks, and how.
///
/// @param needs the privilege without which it is of no use
record Plain(
    String name,
    String words,
    Duration budget,
    Optional<Capability> needs,
    BiConsumer<Session, Content> ask,
    Content content)
    implements Step {

  static Plain of(String name, String words, BiConsumer<Session, Content> ask) {
    return new Plain(name, words, Duration.ofSeconds(1), Optional.empty(), ask, Content.empty());
  }

  Plain needing(Capability capability) {
    return new Plain(name, words, budget, Optional.of(capability), ask, content);
  }

  Plain within(Duration longer) {
    return new Plain(name, words, longer, needs, ask, content);
  }

  @Override
  public boolean blindWithout() {
    return true;
  }

  @Override
  public void take(Session session, Context context, int round) {
    ask.accept(session, content);
  }
}
