package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CommonIndexOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DeleteOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldLengthContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IndexTypeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.KeyListWithExpressionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.KeyPartContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.KeyPartOrExpressionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ReferencesContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;
import org.jspecify.annotations.Nullable;

/// Indexes, foreign keys and CHECKs out of the grammar's tree.
final class IndexReader {
  private final Names names;

  IndexReader(Names names) {
    this.names = names;
  }

  /// Where the definition is of an index.
  Optional<IndexDef> index(TableConstraintDefContext ctx) {
    if (ctx.keyListWithExpression() == null) {
      return Optional.empty();
    }
    IndexDef.Kind kind =
        ctx.FULLTEXT_SYMBOL() != null
            ? IndexDef.Kind.FULLTEXT
            : ctx.SPATIAL_SYMBOL() != null
                ? IndexDef.Kind.SPATIAL
                : ctx.PRIMARY_SYMBOL() != null
                    ? IndexDef.Kind.PRIMARY
                    : ctx.UNIQUE_SYMBOL() != null ? IndexDef.Kind.UNIQUE : IndexDef.Kind.PLAIN;
    ParserRuleContext name = ctx.indexName();
    if (name == null && ctx.indexNameAndType() != null) {
      name = ctx.indexNameAndType().indexName();
    }
    if (name == null && ctx.constraintName() != null) {
      name = ctx.constraintName().identifier();
    }
    return Optional.of(index(kind, name, ctx.keyListWithExpression(), ctx));
  }

  IndexDef index(CreateIndexContext ctx) {
    IndexDef.Kind kind =
        ctx.FULLTEXT_SYMBOL() != null
            ? IndexDef.Kind.FULLTEXT
            : ctx.SPATIAL_SYMBOL() != null
                ? IndexDef.Kind.SPATIAL
                : ctx.UNIQUE_SYMBOL() != null ? IndexDef.Kind.UNIQUE : IndexDef.Kind.PLAIN;
    return index(kind, ctx.indexName(), ctx.createIndexTarget().keyListWithExpression(), ctx);
  }

  private IndexDef index(
      IndexDef.Kind kind,
      @Nullable ParserRuleContext name,
      KeyListWithExpressionContext parts,
      ParserRuleContext whole) {
    Optional<String> own =
        kind == IndexDef.Kind.PRIMARY
            ? Optional.of("PRIMARY")
            : name == null ? Optional.empty() : Optional.of(names.read(name));
    boolean visible = true;
    Optional<String> comment = Optional.empty();
    for (CommonIndexOptionContext option : Names.all(whole, CommonIndexOptionContext.class)) {
      if (option.visibility() != null) {
        visible = option.visibility().VISIBLE_SYMBOL() != null;
      } else if (option.textLiteral() != null) {
        comment = Optional.of(names.literal(option.textLiteral()));
      }
    }
    Optional<String> method =
        Names.all(whole, IndexTypeContext.class).stream()
            .findFirst()
            .map(t -> t.getText().toUpperCase(Locale.ROOT));
    return new IndexDef(
        kind,
        own,
        name == null ? names.span(whole) : names.span(name),
        parts.keyPartOrExpression().stream().map(this::part).toList(),
        visible,
        method,
        comment,
        false,
        names.span(whole));
  }

  private KeyPart part(KeyPartOrExpressionContext ctx) {
    if (ctx.keyPart() != null) {
      return part(ctx.keyPart());
    }
    boolean descending =
        ctx.direction() != null && ctx.direction().getText().equalsIgnoreCase("DESC");
    return new KeyPart(
        "",
        Optional.of(names.source(ctx.exprWithParentheses())),
        Optional.empty(),
        descending,
        names.span(ctx));
  }

  private KeyPart part(KeyPartContext ctx) {
    return new KeyPart(
        names.read(ctx.identifier()),
        Optional.empty(),
        prefix(ctx.fieldLength()),
        ctx.direction() != null && ctx.direction().getText().equalsIgnoreCase("DESC"),
        names.span(ctx));
  }

  private static Optional<Integer> prefix(@Nullable FieldLengthContext ctx) {
    if (ctx == null) {
      return Optional.empty();
    }
    String digits = ctx.getText().replaceAll("[()]", "");
    return Optional.of((int) Math.min(Integer.MAX_VALUE, ColumnReader.number(digits)));
  }

  /// The index that a column's own PRIMARY KEY or UNIQUE makes.
  static Optional<IndexDef> inline(ColumnDef column) {
    if (!column.primaryKey() && !column.uniqueKey()) {
      return Optional.empty();
    }
    var part =
        new KeyPart(column.name(), Optional.empty(), Optional.empty(), false, column.nameSpan());
    var kind = column.primaryKey() ? IndexDef.Kind.PRIMARY : IndexDef.Kind.UNIQUE;
    return Optional.of(
        new IndexDef(
            kind,
            Optional.of(column.primaryKey() ? "PRIMARY" : column.name()),
            column.nameSpan(),
            List.of(part),
            true,
            Optional.empty(),
            Optional.empty(),
            true,
            column.span()));
  }

  Optional<ForeignKeyDef> foreignKey(TableConstraintDefContext ctx) {
    if (ctx.FOREIGN_SYMBOL() == null) {
      return Optional.empty();
    }
    ParserRuleContext name =
        ctx.constraintName() != null && ctx.constraintName().identifier() != null
            ? ctx.constraintName().identifier()
            : ctx.indexName();
    ReferencesContext to = ctx.references();
    return Optional.of(
        new ForeignKeyDef(
            name == null ? Optional.empty() : Optional.of(names.read(name)),
            name == null ? names.span(ctx) : names.span(name),
            ctx.keyList().keyPart().stream().map(p -> names.read(p.identifier())).toList(),
            names.table(to.tableRef()),
            to.identifierListWithParentheses() == null
                ? List.of()
                : names.reads(to.identifierListWithParentheses().identifierList().identifier()),
            action(to, "DELETE"),
            action(to, "UPDATE"),
            names.span(ctx)));
  }

  private static Optional<String> action(ReferencesContext ctx, String verb) {
    for (int i = 1; i < ctx.getChildCount(); i++) {
      if (ctx.getChild(i) instanceof DeleteOptionContext option
          && ctx.getChild(i - 1) instanceof TerminalNode node
          && node.getText().equalsIgnoreCase(verb)) {
        var words = Names.terminals(option).stream().map(TerminalNode::getText).toList();
        return Optional.of(String.join(" ", words).toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  Optional<CheckDef> check(TableConstraintDefContext ctx) {
    if (ctx.checkConstraint() == null) {
      return Optional.empty();
    }
    boolean named = ctx.constraintName() != null && ctx.constraintName().identifier() != null;
    Span span = names.span(ctx);
    return Optional.of(
        new CheckDef(
            named ? Optional.of(names.read(ctx.constraintName().identifier())) : Optional.empty(),
            names.source(ctx.checkConstraint().exprWithParentheses()),
            ctx.constraintEnforcement() == null || ctx.constraintEnforcement().NOT_SYMBOL() == null,
            span));
  }
}
