package org.binnacle.diagnosis.innodb;

import java.util.OptionalDouble;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// Waits inside the engine: its read-write latches, and those latches that were waited for longest
/// where the server times them.
final class Latches implements Section {
  private static final double MANY = 1_000;

  @Override
  public void tell(Between looks, Telling to) {
    to.group("Latches");
    if (looks.metric("innodb_rwlock_x_os_waits").isEmpty() && looks.now().latches().isEmpty()) {
      to.lacks("waits for latches");
      return;
    }
    waits(looks, to, "latches.shared", "Waits, shared", "innodb_rwlock_s_os_waits");
    waits(looks, to, "latches.exclusive", "Waits, exclusive", "innodb_rwlock_x_os_waits");
    waits(looks, to, "latches.sx", "Waits, shared-exclusive", "innodb_rwlock_sx_os_waits");
    for (Latch latch : looks.now().latches()) {
      String name = latch.name().substring(latch.name().lastIndexOf('/') + 1);
      to.figure(
          "latch." + name,
          name,
          "%,d waits, %s".formatted(latch.waits(), Span.words(latch.timeUs())),
          latch.timeUs());
    }
  }

  private static void waits(Between looks, Telling to, String key, String name, String metric) {
    OptionalDouble perS = looks.metricPerS(metric);
    boolean many = perS.orElse(0) > MANY;
    to.rate(
        key,
        name,
        looks.metric(metric),
        perS,
        many ? Severity.NOTICE : Severity.OK,
        many ? "Sessions often sleep for a latch: the text of InnoDB's status tells which." : "");
  }
}
