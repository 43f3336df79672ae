package org.binnacle.review.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.Edit;
import org.binnacle.review.Fix;
import org.binnacle.review.Own;
import org.binnacle.review.report.FileReport;
import org.binnacle.review.report.StatementReport;
import org.binnacle.review.report.Told;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;

/// The quick fixes of a place in a script. Each is tried before it is offered: the statements that
/// it leaves are ones that the grammar takes. For one thread.
public final class Offers {
  /// A longer statement is changed in an editor.
  private static final int LONGEST = 100_000;

  private final SqlParser parser;

  public Offers(SqlParser parser) {
    this.parser = parser;
  }

  /// @param file the report of this very text
  /// @param statement number of the statement, from 0
  /// @param told the findings at the place; none for what can be done with the statement alone
  public List<Offer> of(FileReport file, String text, int statement, List<Told> told) {
    StatementReport s = file.statements().get(statement);
    var all = new ArrayList<Offer>();
    if (s.text().length() > LONGEST) {
      told.forEach(t -> all.add(IgnoreComment.of(text, s, t)));
      return List.copyOf(all);
    }
    for (Told one : told) {
      one.fix().flatMap(fix -> whole(s, fix)).ifPresent(all::add);
      if (one.rule().equals(Own.SYNTAX.id())) {
        Spelling.of(s, one).flatMap(fix -> whole(s, fix)).ifPresent(all::add);
      }
      if (one.rule().equals("script.alter-merge")) {
        merged(file, text, statement).ifPresent(all::add);
      }
    }
    Optional<Ddl> ddl = ddl(s.text());
    ddl.flatMap(d -> InvisibleIndex.of(s.text(), d, parser.target()))
        .flatMap(fix -> whole(s, fix))
        .ifPresent(all::add);
    for (Fix look : DmlAsSelect.of(s.text(), parser.target().modes())) {
      whole(s, look)
          .map(o -> new Offer(Offer.Kind.LOOK, o.fix(), o.statement()))
          .ifPresent(all::add);
    }
    told.stream()
        .filter(t -> !t.rule().startsWith("review.") && !t.rule().equals(Own.SYNTAX.id()))
        .forEach(t -> all.add(IgnoreComment.of(text, s, t)));
    return all.stream().distinct().toList();
  }

  /// A fix of a statement as one of the script; nothing where the statement would not be taken.
  private Optional<Offer> whole(StatementReport s, Fix fix) {
    if (!taken(fix.on(s.text()))) {
      return Optional.empty();
    }
    List<Edit> edits =
        fix.edits().stream()
            .map(
                e ->
                    new Edit(
                        new Span(e.span().start() + s.offset(), e.span().end() + s.offset()),
                        e.replacement()))
            .toList();
    return Optional.of(
        new Offer(Offer.Kind.FIX, new Fix(fix.title(), edits, fix.safe()), s.index() - 1));
  }

  /// The ALTER TABLE put into the one before it of the same table.
  private Optional<Offer> merged(FileReport file, String text, int statement) {
    StatementReport later = file.statements().get(statement);
    Optional<Ddl.AlterTable> second = alter(later);
    for (int i = statement - 1; i >= 0 && second.isPresent(); i--) {
      StatementReport earlier = file.statements().get(i);
      Optional<Ddl.AlterTable> first = alter(earlier);
      if (first.isEmpty() || !sameTable(first.get(), second.get())) {
        continue;
      }
      Optional<String> together = MergedAlter.of(earlier, first.get(), later, second.get());
      if (together.filter(this::taken).isEmpty()) {
        return Optional.empty();
      }
      int end = IgnoreComment.behind(text, later.offset() + later.text().length());
      int from = i == statement - 1 ? IgnoreComment.behind(text, end(earlier)) : later.offset();
      var fix =
          new Fix(
              "put it into the ALTER TABLE of line " + earlier.line(),
              List.of(
                  new Edit(new Span(earlier.offset(), end(earlier)), together.get()),
                  new Edit(new Span(from, Math.max(from, end)), "")),
              false);
      return Optional.of(new Offer(Offer.Kind.FIX, fix, i));
    }
    return Optional.empty();
  }

  private static int end(StatementReport s) {
    return s.offset() + s.text().length();
  }

  private static boolean sameTable(Ddl.AlterTable a, Ddl.AlterTable b) {
    return a.table().shown().equalsIgnoreCase(b.table().shown());
  }

  private Optional<Ddl.AlterTable> alter(StatementReport s) {
    return s.kind().equals("ddl") && s.text().length() <= LONGEST
        ? ddl(s.text()).filter(Ddl.AlterTable.class::isInstance).map(Ddl.AlterTable.class::cast)
        : Optional.empty();
  }

  private Optional<Ddl> ddl(String sql) {
    return parser.parse(sql) instanceof Parsed.Understood u ? u.ddl() : Optional.empty();
  }

  private boolean taken(String sql) {
    return parser.parse(sql) instanceof Parsed.Understood;
  }
}
