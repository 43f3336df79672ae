package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.binnacle.review.Finding;
import org.binnacle.review.Level;
import org.binnacle.review.Subject;
import org.binnacle.sql.Fingerprint;

/// One file and what was found.
///
/// @param path as it was named
public record FileReport(String path, List<StatementReport> statements, List<NotRun> notRun) {

  public FileReport {
    statements = List.copyOf(statements);
    notRun = List.copyOf(notRun);
  }

  public static FileReport of(
      String path, String text, List<Subject> subjects, List<Finding> found, List<NotRun> notRun) {
    var lines = new Lines(text);
    var by = new ArrayList<List<Told>>();
    subjects.forEach(s -> by.add(new ArrayList<>()));
    for (Finding one : found) {
      by.get(one.statement()).add(told(one, subjects.get(one.statement()), lines));
    }
    var ignores = Ignores.of(text, subjects, lines);
    var statements = new ArrayList<StatementReport>();
    for (Subject subject : subjects) {
      List<Told> own = ignores.on(subject.number(), by.get(subject.number()));
      own.sort(
          Comparator.comparingInt(Told::line)
              .thenComparingInt(Told::column)
              .thenComparing(Told::level));
      statements.add(report(subject, own, own.isEmpty()));
    }
    return new FileReport(path, statements, notRun);
  }

  private static StatementReport report(Subject subject, List<Told> own, boolean clean) {
    String text = subject.text();
    // A fingerprint is only wanted where something is remembered of the statement.
    String print =
        clean || text.length() > 100_000
            ? ""
            : Fingerprint.of(text, subject.target().modes(), subject.target().dialect()).hash();
    return new StatementReport(
        subject.number() + 1,
        subject.statement().line(),
        subject.statement().column(),
        subject.statement().offset(),
        subject.statement().kind().name().toLowerCase(Locale.ROOT),
        text,
        subject.isUnderstood(),
        print,
        own,
        subject.planned(),
        subject.foretold());
  }

  private static Told told(Finding one, Subject subject, Lines lines) {
    int start = subject.statement().offset() + one.span().start();
    int end = subject.statement().offset() + Math.max(one.span().start(), one.span().end());
    return new Told(
        one.rule(),
        one.level(),
        one.message(),
        one.fix(),
        lines.line(start),
        lines.column(start),
        lines.line(end),
        lines.column(end),
        one.object(),
        Told.State.OPEN,
        one.step());
  }

  /// Those that count.
  public Stream<Told> open() {
    return all().filter(t -> t.state() == Told.State.OPEN);
  }

  public Stream<Told> all() {
    return statements.stream().flatMap(s -> s.findings().stream());
  }

  public long count(Level level) {
    return open().filter(t -> t.level() == level).count();
  }
}
