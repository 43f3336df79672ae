package org.binnacle.diagnosis.health;

import java.util.Locale;
import org.binnacle.diagnosis.query.Glob;
import org.binnacle.diagnosis.session.Span;
import org.binnacle.kernel.Severity;

/// A statement that runs for long; what changes rows is judged more strictly than a SELECT.
final class OldStatement implements Term {
  @Override
  public String id() {
    return "old-statement";
  }

  @Override
  public Points points() {
    return new Points(0, 30, 70);
  }

  @Override
  public Reading read(Checkup now) {
    Reading worst = Reading.FINE;
    if (now.fresh().isPresent()) {
      for (Vitals.Running running : now.fresh().get().longest()) {
        worst = Reading.worse(worst, of(running, now));
      }
    }
    return worst;
  }

  private static Reading of(Vitals.Running running, Checkup now) {
    for (String user : now.limits().exempt()) {
      if (Glob.matches(user, running.user())) {
        return Reading.FINE;
      }
    }
    String sql = running.sql().stripLeading().toLowerCase(Locale.ROOT);
    boolean reads =
        sql.startsWith("select")
            || sql.startsWith("(")
            || sql.startsWith("with")
            || sql.startsWith("show")
            || sql.startsWith("/*");
    Limit limit = reads ? now.limits().selectS() : now.limits().writeS();
    Severity level = limit.of(running.timeS(), now.was());
    return Reading.of(
        level,
        () ->
            "%s for %s: #%d of %s"
                .formatted(
                    verb(sql),
                    Span.wholeSeconds(running.timeS() * 1_000_000),
                    running.id(),
                    running.user()));
  }

  private static String verb(String sql) {
    int end = 0;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return end == 0 ? "statement" : sql.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
