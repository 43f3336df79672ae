package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.QualifiedIdentifierContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableNameContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableRefContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.binnacle.sql.Quote;
import org.binnacle.sql.Span;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.ddl.TableName;
import org.jspecify.annotations.Nullable;

/// Names, texts and places out of the grammar's tree.
final class Names {
  private final String text;
  private final SqlModes modes;

  Names(String text, SqlModes modes) {
    this.text = text;
    this.modes = modes;
  }

  Span span(ParserRuleContext ctx) {
    int start = ctx.getStart().getStartIndex();
    int end = ctx.getStop() == null ? start : ctx.getStop().getStopIndex() + 1;
    return new Span(start, Math.min(Math.max(start, end), text.length()));
  }

  /// The words as they stand in the statement.
  String source(ParserRuleContext ctx) {
    return span(ctx).in(text);
  }

  Optional<String> sourceOf(@Nullable ParserRuleContext ctx) {
    return ctx == null ? Optional.empty() : Optional.of(source(ctx));
  }

  /// A name or string with its quotes read.
  String read(String written) {
    char c = written.isEmpty() ? ' ' : written.charAt(0);
    return c == '`' || c == '"' || c == '\'' ? Quote.read(written, modes) : written;
  }

  String read(ParserRuleContext ctx) {
    return read(source(ctx));
  }

  /// A text literal, its adjacent parts put together.
  String literal(ParserRuleContext ctx) {
    var out = new StringBuilder();
    for (TerminalNode node : terminals(ctx)) {
      String part = node.getText();
      if (!part.startsWith("_")) {
        out.append(read(part));
      }
    }
    return out.toString();
  }

  TableName table(TableRefContext ctx) {
    return ctx.qualifiedIdentifier() != null
        ? qualified(ctx.qualifiedIdentifier(), span(ctx))
        : bare(ctx.dotIdentifier().identifier(), span(ctx));
  }

  TableName table(TableNameContext ctx) {
    return ctx.qualifiedIdentifier() != null
        ? qualified(ctx.qualifiedIdentifier(), span(ctx))
        : bare(ctx.dotIdentifier().identifier(), span(ctx));
  }

  /// Any rule that comes down to `name` or `schema.name`.
  TableName any(ParserRuleContext ctx) {
    List<QualifiedIdentifierContext> qualified = all(ctx, QualifiedIdentifierContext.class);
    if (!qualified.isEmpty()) {
      return qualified(qualified.getFirst(), span(ctx));
    }
    List<IdentifierContext> names = all(ctx, IdentifierContext.class);
    return names.isEmpty()
        ? new TableName(Optional.empty(), read(ctx), span(ctx))
        : bare(names.getLast(), span(ctx));
  }

  private TableName qualified(QualifiedIdentifierContext ctx, Span span) {
    String first = read(ctx.identifier());
    if (ctx.dotIdentifier() == null) {
      return new TableName(Optional.empty(), first, span);
    }
    return new TableName(Optional.of(first), read(ctx.dotIdentifier().identifier()), span);
  }

  private TableName bare(IdentifierContext ctx, Span span) {
    return new TableName(Optional.empty(), read(ctx), span);
  }

  List<String> reads(List<? extends ParserRuleContext> all) {
    return all.stream().map(this::read).toList();
  }

  /// All rules of a kind below one, in the order of the text; does not look below what it finds.
  static <T extends ParserRuleContext> List<T> all(ParserRuleContext below, Class<T> kind) {
    var found = new ArrayList<T>();
    collect(below, kind, found);
    return found;
  }

  private static <T extends ParserRuleContext> void collect(
      ParseTree tree, Class<T> kind, List<T> found) {
    if (kind.isInstance(tree)) {
      found.add(kind.cast(tree));
      return;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collect(tree.getChild(i), kind, found);
    }
  }

  static List<TerminalNode> terminals(ParseTree tree) {
    var found = new ArrayList<TerminalNode>();
    terminals(tree, found);
    return found;
  }

  private static void terminals(ParseTree tree, List<TerminalNode> found) {
    if (tree instanceof TerminalNode node) {
      found.add(node);
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      terminals(tree.getChild(i), found);
    }
  }
}
