package org.binnacle.explain.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.PlanWords;
import org.binnacle.mysql.PlanWords.Format;
import org.binnacle.mysql.Session;
import org.binnacle.mysql.SqlFaults;

/// Asks one session for plans, each in the first format that the server can give.
final class Asking {
  private static final String NOT_BY_ITERATORS = "<not executable by iterator executor>";
  private static final Duration QUICK = Duration.ofMillis(500);
  private static final String NOT_READY = "Plan not ready yet";

  private final Session session;
  private final PlanWords words;
  private final Form form;

  Asking(Session session, Form form) {
    this.session = session;
    this.words = session.flavour().planWords(session.facts());
    this.form = form;
  }

  /// A plan as it came.
  record Came(Plan plan, Format format, String sent, List<ServerNote> notes, Duration took) {}

  /// How one format is asked for.
  private interface Words {
    String in(Format format);
  }

  Came estimated(String statement) {
    Came came = first(words.estimated(), format -> words.explain(format, statement));
    boolean told =
        came.plan().rewritten().isPresent()
            || came.notes().stream().anyMatch(note -> note.code() == ServerNote.REWRITTEN);
    // Planning runs functions of the statement; what took long is not asked twice.
    if ((told && came.format() != Format.JSON_2) || came.took().compareTo(QUICK) > 0) {
      return came;
    }
    return new Came(came.plan(), came.format(), came.sent(), warned(statement, came), came.took());
  }

  private List<ServerNote> warned(String statement, Came came) {
    try {
      var _ = Printed.by(session, words.warned(statement), Format.TABULAR);
      var all = new LinkedHashSet<>(came.notes());
      all.addAll(warnings());
      return List.copyOf(all);
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return came.notes();
    }
  }

  Came measured(String statement) {
    if (words.measured().isEmpty()) {
      throw new Fault(ExplainFaults.NO_MEASURE, session.facts().version());
    }
    return first(words.measured(), format -> words.analyze(format, statement));
  }

  Came running(long connectionId) {
    return first(words.estimated(), format -> words.running(format, connectionId));
  }

  private Came first(List<Format> formats, Words asks) {
    if (form != Form.BEST) {
      Format format =
          form.among(formats)
              .orElseThrow(
                  () ->
                      new Fault(
                          ExplainFaults.NO_FORM, form.word() + ", " + session.facts().version()));
      return ask(format, asks.in(format));
    }
    for (int i = 0; i + 1 < formats.size(); i++) {
      Optional<Came> came = tried(formats.get(i), asks.in(formats.get(i)));
      if (came.isPresent()) {
        return came.get();
      }
    }
    return ask(formats.getLast(), asks.in(formats.getLast()));
  }

  /// Empty where the server cannot tell this plan in this format: single-table updates have no
  /// tree, and some statements are not supported with one (1235).
  private Optional<Came> tried(Format format, String sql) {
    try {
      Came came = ask(format, sql);
      return came.plan().raw().contains(NOT_BY_ITERATORS) ? Optional.empty() : Optional.of(came);
    } catch (Fault fault) {
      if (fault.code().equals(SqlFaults.OTHER) && fault.detail().startsWith("1235:")) {
        return Optional.empty();
      }
      throw fault;
    }
  }

  private Came ask(Format format, String sql) {
    words.before(format).forEach(session::arrange);
    long began = System.nanoTime();
    String text = Printed.by(session, sql, format);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    List<ServerNote> notes = warnings();
    Plan plan = PlanReading.read(text);
    if (plan.format() == PlanFormat.UNKNOWN || text.contains(NOT_READY)) {
      throw new Fault(ExplainFaults.UNREADABLE, StatementCheck.shortened(text));
    }
    return new Came(plan, format, sql, notes, took);
  }

  private List<ServerNote> warnings() {
    return session.query(
        "SHOW WARNINGS LIMIT 100",
        row ->
            new ServerNote(
                row.text("Level", ""), (int) row.number("Code", 0), row.text("Message", "")));
  }
}
