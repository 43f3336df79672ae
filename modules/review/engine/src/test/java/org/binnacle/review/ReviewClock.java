package org.binnacle.review;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.binnacle.review.rule.Rules;
import org.binnacle.review.schema.Evolution;
import org.binnacle.review.schema.Schema;
import org.binnacle.sql.Script;
import org.binnacle.sql.Statement;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// Where the time of a review goes: CPU time of each stage and of each rule, for the statements of
/// {@link ReviewBench}. What rules share is worked out before, so that a rule is charged for its
/// own work alone. Run by `java -cp <test class path> org.binnacle.review.ReviewClock [rules]`.
public final class ReviewClock {
  private static final int ROUNDS = 8;

  private ReviewClock() {}

  public static void main(String[] args) {
    int shown = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    Script script = Script.cut(ReviewBench.script(2_000), Target.DEFAULT.modes());
    Schema schema = Schema.given();
    var parser = new SqlParser(Target.DEFAULT);
    for (int round = 0; round < ROUNDS; round++) {
      boolean last = round == ROUNDS - 1;
      long t = now();
      Script.cut(ReviewBench.script(2_000), Target.DEFAULT.modes());
      t = stage(last, "cut", t, script);
      var subjects = new ArrayList<Subject>();
      for (Statement one : script.statements()) {
        subjects.add(
            new Subject(
                subjects.size(),
                one,
                parser.parse(one.text()),
                Target.DEFAULT,
                schema,
                Optional.empty()));
      }
      t = stage(last, "grammar and DDL", t, script);
      subjects.forEach(Subject::query);
      t = stage(last, "facts of queries", t, script);
      subjects.forEach(Subject::tokens);
      t = stage(last, "tokens", t, script);
      subjects.forEach(s -> s.ddl().ifPresent(ddl -> Evolution.apply(schema, ddl)));
      t = stage(last, "schema", t, script);
      subjects.forEach(Subject::after);
      subjects.forEach(Subject::prediction);
      stage(last, "tables after and predictions", t, script);
      rules(last, subjects, shown);
    }
  }

  private static void rules(boolean last, List<Subject> subjects, int shown) {
    record Spent(String rule, long ns) {}
    var spent = new ArrayList<Spent>();
    var found = new AtomicLong();
    for (Rule rule : Rules.shipped()) {
      if (!rule.info().on() || rule.info().need() == Need.REPLICA) {
        continue;
      }
      var out =
          new Findings(rule.info(), rule.info().level(), Map.of(), f -> found.incrementAndGet());
      long t = now();
      for (Subject subject : subjects) {
        out.of(subject.number());
        rule.check(subject, out);
      }
      spent.add(new Spent(rule.info().id(), now() - t));
    }
    if (last) {
      spent.sort(Comparator.comparingLong(Spent::ns).reversed());
      long all = spent.stream().mapToLong(Spent::ns).sum();
      System.out.printf(
          Locale.ROOT,
          "%d rules: %.1f us a statement, %d findings%n",
          spent.size(),
          all / 1e3 / subjects.size(),
          found.get());
      spent.stream()
          .limit(shown)
          .forEach(
              one ->
                  System.out.printf(
                      Locale.ROOT,
                      "  %-40s %6.2f us%n",
                      one.rule(),
                      one.ns() / 1e3 / subjects.size()));
    }
  }

  private static long stage(boolean shown, String name, long since, Script script) {
    long ns = now() - since;
    if (shown) {
      System.out.printf(
          Locale.ROOT, "%-30s %6.1f us a statement%n", name, ns / 1e3 / script.statements().size());
    }
    return now();
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
