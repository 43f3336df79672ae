package org.binnacle.review.set;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Subject;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// What a declared rule asks of a statement. It looks at what the grammar read, never at raw text.
@FunctionalInterface
interface Condition {

  /// Where it holds; nothing where it does not.
  Optional<Hit> in(Subject s);

  /// @param object what it is about; empty for none
  record Hit(Span span, String object) {}

  private static Optional<Hit> head(Subject s, boolean holds) {
    return holds ? Optional.of(new Hit(s.head(), "")) : Optional.empty();
  }

  private static Optional<Hit> first(Stream<Hit> hits) {
    return hits.findFirst();
  }

  /// A function is called.
  static Condition function(String name) {
    return s -> {
      var all = s.tokens();
      for (int i = 0; i + 1 < all.size(); i++) {
        Token token = all.get(i);
        if (token.isWord(s.text(), name) && all.get(i + 1).type() == TokenType.OPEN) {
          return Optional.of(new Hit(Span.of(token), ""));
        }
      }
      return Optional.empty();
    };
  }

  /// It begins with these words.
  static Condition statement(String words) {
    String[] each = words.toUpperCase(Locale.ROOT).strip().split("\\s+");
    return s -> head(s, s.begins(each));
  }

  /// It makes or alters a table of this name.
  static Condition table(Pattern name) {
    return s ->
        s.tableName()
            .filter(t -> name.matcher(t.name()).find())
            .map(t -> new Hit(t.span(), t.name()));
  }

  /// The statement as its digest has it.
  static Condition regex(Pattern pattern) {
    return s ->
        head(
            s,
            pattern
                .matcher(Fingerprint.of(s.text(), s.target().modes(), s.target().dialect()).text())
                .find());
  }

  /// A clause of ALTER TABLE, CREATE or DROP INDEX, by the name of its kind: `drop-column`.
  static Condition action(String kind) {
    String wanted = kind.replace("-", "").toLowerCase(Locale.ROOT);
    return s ->
        first(
            s.actions().stream()
                .filter(a -> a.getClass().getSimpleName().toLowerCase(Locale.ROOT).equals(wanted))
                .map((AlterAction a) -> new Hit(a.span(), "")));
  }

  /// It defines a column of this name or type.
  static Condition column(Predicate<NewColumn> which) {
    return s ->
        first(
            s.newColumns().stream()
                .filter(which)
                .map(c -> new Hit(c.column().nameSpan(), c.object())));
  }

  /// A query or write uses a table of this name, or writes one.
  static Condition uses(Pattern name, boolean written) {
    return s ->
        s.query().stream()
            .flatMap(q -> written ? q.written().stream() : read(q))
            .filter(t -> !t.derived() && name.matcher(t.name()).find())
            .map(t -> new Hit(t.span().orElse(s.head()), t.name()))
            .findFirst();
  }

  private static Stream<TableUse> read(Query query) {
    return query.blocks().stream().flatMap(b -> b.tables().stream());
  }

  /// A clause is missing: `where`, `limit`, `order-by`; of an INSERT `columns`.
  static Condition without(String clause) {
    return s -> head(s, s.query().filter(q -> lacks(q, clause)).isPresent());
  }

  private static boolean lacks(Query query, String clause) {
    if (clause.equals("columns")) {
      return query.insert().filter(i -> i.columns().isEmpty()).isPresent();
    }
    Optional<Block> own = query.own();
    return own.isPresent()
        && switch (clause) {
          case "where" -> own.get().where().isEmpty();
          case "limit" -> own.get().limit().isEmpty();
          default -> own.get().orderBy().isEmpty();
        };
  }

  /// One of its blocks joins at least so many tables.
  static Condition joins(int least) {
    return s ->
        head(
            s,
            s.query().stream()
                .flatMap(q -> q.blocks().stream())
                .anyMatch(b -> b.joins().size() >= least));
  }
}
