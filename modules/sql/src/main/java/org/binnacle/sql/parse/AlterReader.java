package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterAlgorithmOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterLockOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterPartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionsSpaceSeparatedContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierListContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionClauseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PlaceContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RemovePartitioningContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.StandaloneAlterCommandsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.WithValidationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.Place;
import org.binnacle.sql.ddl.TableOptions;
import org.jspecify.annotations.Nullable;

/// ALTER TABLE out of the grammar's tree.
final class AlterReader {
  private final Names names;
  private final IndexReader indexes;
  private final OptionReader options;
  private final List<AlterAction> actions = new ArrayList<>();

  AlterReader(Names names) {
    this.names = names;
    this.indexes = new IndexReader(names);
    this.options = new OptionReader(names);
  }

  Ddl.AlterTable read(AlterTableContext ctx) {
    walk(ctx.alterTableActions());
    return new Ddl.AlterTable(
        names.table(ctx.tableRef()), actions, algorithm(ctx), lock(ctx), false);
  }

  Optional<Ddl.Clause> algorithm(ParserRuleContext below) {
    return Names.all(below, AlterAlgorithmOptionContext.class).stream()
        .reduce((first, last) -> last)
        .map(this::clause);
  }

  Optional<Ddl.Clause> lock(ParserRuleContext below) {
    return Names.all(below, AlterLockOptionContext.class).stream()
        .reduce((first, last) -> last)
        .map(this::clause);
  }

  private Ddl.Clause clause(ParserRuleContext ctx) {
    String value = Names.terminals(ctx).getLast().getText().toUpperCase(Locale.ROOT);
    return new Ddl.Clause(value, names.span(ctx));
  }

  private void walk(@Nullable ParseTree tree) {
    switch (tree) {
      case null -> {}
      case AlterListItemContext item -> item(item);
      case CreateTableOptionsSpaceSeparatedContext all -> setOptions(all.createTableOption(), all);
      case PartitionClauseContext by ->
          actions.add(new AlterAction.PartitionBy(options.partitioning(by), names.span(by)));
      case RemovePartitioningContext gone ->
          actions.add(new AlterAction.RemovePartitioning(names.span(gone)));
      case AlterPartitionContext partition -> partition(partition);
      case WithValidationContext with ->
          actions.add(
              new AlterAction.Validation(
                  with.getText().toUpperCase(Locale.ROOT).startsWith("WITHV"), names.span(with)));
      case StandaloneAlterCommandsContext alone when alone.alterPartition() == null ->
          actions.add(
              new AlterAction.OnTablespace(
                  Names.terminals(alone).getFirst().getText().toUpperCase(Locale.ROOT),
                  names.span(alone)));
      default -> {
        for (int i = 0; i < tree.getChildCount(); i++) {
          walk(tree.getChild(i));
        }
      }
    }
  }

  private void setOptions(List<CreateTableOptionContext> all, ParserRuleContext whole) {
    TableOptions read = options.table(all);
    // The grammar takes REMOVE PARTITIONING for an option of that name.
    if (read.has("remove")) {
      read.span("remove").ifPresent(at -> actions.add(new AlterAction.RemovePartitioning(at)));
      read = read.without("remove");
    }
    if (!read.isEmpty()) {
      actions.add(new AlterAction.SetOptions(read, names.span(whole)));
    }
  }

  private void partition(AlterPartitionContext ctx) {
    String verb = Names.terminals(ctx).getFirst().getText().toUpperCase(Locale.ROOT);
    var list = Names.all(ctx, IdentifierListContext.class);
    List<String> which =
        ctx.identifier() != null
            ? List.of(names.read(ctx.identifier()))
            : list.isEmpty() ? List.of() : names.reads(list.getFirst().identifier());
    actions.add(new AlterAction.OnPartitions(verb, which, names.span(ctx)));
  }

  private void item(AlterListItemContext ctx) {
    Span span = names.span(ctx);
    if (ctx.ADD_SYMBOL() != null) {
      add(ctx, span);
    } else if (ctx.CHANGE_SYMBOL() != null) {
      var reader = new ColumnReader(names);
      ColumnDef column =
          reader.column(ctx.identifier(), ctx.fieldDefinition(), false, columnSpan(ctx));
      actions.add(
          new AlterAction.ChangeColumn(
              names.read(ctx.columnInternalRef()), column, place(ctx.place()), span));
      inline(column, reader.checks());
    } else if (ctx.MODIFY_SYMBOL() != null) {
      var reader = new ColumnReader(names);
      ColumnDef column =
          reader.column(
              ctx.columnInternalRef(),
              ctx.fieldDefinition(),
              false,
              names.span(ctx.columnInternalRef()).with(names.span(ctx.fieldDefinition())));
      actions.add(new AlterAction.ModifyColumn(column, place(ctx.place()), span));
      inline(column, reader.checks());
    } else if (ctx.DROP_SYMBOL() != null && ctx.ALTER_SYMBOL() == null) {
      actions.add(drop(ctx, span));
    } else if (ctx.RENAME_SYMBOL() != null) {
      actions.add(rename(ctx, span));
    } else if (ctx.ALTER_SYMBOL() != null) {
      actions.add(alter(ctx, span));
    } else if (ctx.CONVERT_SYMBOL() != null) {
      String charset =
          ctx.charsetName() == null
              ? "DEFAULT"
              : names.read(ctx.charsetName()).toLowerCase(Locale.ROOT);
      actions.add(
          new AlterAction.ConvertCharset(
              charset,
              ctx.collate() == null
                  ? Optional.empty()
                  : Optional.of(names.read(ctx.collate().collationName())),
              span));
    } else if (ctx.FORCE_SYMBOL() != null) {
      actions.add(new AlterAction.Force(span));
    } else if (ctx.ORDER_SYMBOL() != null) {
      actions.add(new AlterAction.OrderBy(names.reads(ctx.alterOrderList().identifier()), span));
    } else if (ctx.ENABLE_SYMBOL() != null || ctx.DISABLE_SYMBOL() != null) {
      actions.add(new AlterAction.SwitchKeys(ctx.ENABLE_SYMBOL() != null, span));
    }
  }

  private Span columnSpan(AlterListItemContext ctx) {
    return names.span(ctx.identifier()).with(names.span(ctx.fieldDefinition()));
  }

  private void add(AlterListItemContext ctx, Span span) {
    if (ctx.tableConstraintDef() != null) {
      constraint(ctx.tableConstraintDef(), span);
    } else if (ctx.tableElementList() != null) {
      for (TableElementContext element : ctx.tableElementList().tableElement()) {
        if (element.tableConstraintDef() != null) {
          constraint(element.tableConstraintDef(), names.span(element));
        } else {
          var definition = element.columnDefinition();
          addColumn(
              definition.columnName(),
              new ColumnReader(names),
              definition.fieldDefinition(),
              definition.checkOrReferences(),
              Optional.empty(),
              names.span(element));
        }
      }
    } else {
      addColumn(
          ctx.identifier(),
          new ColumnReader(names),
          ctx.fieldDefinition(),
          ctx.checkOrReferences(),
          place(ctx.place()),
          span);
    }
  }

  private void addColumn(
      ParserRuleContext name,
      ColumnReader reader,
      io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext field,
      io.debezium.ddl.parser.mysql.generated.MySqlParser.@Nullable CheckOrReferencesContext more,
      Optional<Place> place,
      Span span) {
    boolean references = more != null && more.references() != null;
    ColumnDef column =
        reader.column(name, field, references, names.span(name).with(names.span(field)));
    actions.add(new AlterAction.AddColumn(column, place, span));
    inline(column, reader.checks());
  }

  /// A key or CHECK that stands in a column's definition is one of the table.
  private void inline(ColumnDef column, List<CheckDef> checks) {
    IndexReader.inline(column)
        .ifPresent(index -> actions.add(new AlterAction.AddIndex(index, index.span())));
    checks.forEach(check -> actions.add(new AlterAction.AddCheck(check, check.span())));
  }

  private void constraint(TableConstraintDefContext ctx, Span span) {
    indexes.index(ctx).ifPresent(one -> actions.add(new AlterAction.AddIndex(one, span)));
    indexes.foreignKey(ctx).ifPresent(one -> actions.add(new AlterAction.AddForeignKey(one, span)));
    indexes.check(ctx).ifPresent(one -> actions.add(new AlterAction.AddCheck(one, span)));
  }

  private Optional<Place> place(@Nullable PlaceContext ctx) {
    if (ctx == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(
            ctx.identifier() == null ? Optional.empty() : Optional.of(names.read(ctx.identifier())),
            names.span(ctx)));
  }

  private AlterAction drop(AlterListItemContext ctx, Span span) {
    if (ctx.FOREIGN_SYMBOL() != null) {
      return new AlterAction.DropForeignKey(names.read(ctx.columnInternalRef()), span);
    }
    if (ctx.PRIMARY_SYMBOL() != null) {
      return new AlterAction.DropPrimaryKey(span);
    }
    if (ctx.indexRef() != null) {
      return new AlterAction.DropIndex(names.read(ctx.indexRef()), span);
    }
    if (ctx.CHECK_SYMBOL() != null) {
      return new AlterAction.DropCheck(names.read(ctx.identifier()), span);
    }
    if (ctx.CONSTRAINT_SYMBOL() != null) {
      return new AlterAction.DropConstraint(names.read(ctx.identifier()), span);
    }
    return new AlterAction.DropColumn(names.read(ctx.columnInternalRef()), span);
  }

  private AlterAction rename(AlterListItemContext ctx, Span span) {
    if (ctx.columnInternalRef() != null) {
      return new AlterAction.RenameColumn(
          names.read(ctx.columnInternalRef()), names.read(ctx.identifier()), span);
    }
    if (ctx.indexRef() != null) {
      return new AlterAction.RenameIndex(
          names.read(ctx.indexRef()), names.read(ctx.indexName()), span);
    }
    return new AlterAction.RenameTable(names.table(ctx.tableName()), span);
  }

  private AlterAction alter(AlterListItemContext ctx, Span span) {
    if (ctx.indexRef() != null) {
      return new AlterAction.SetIndexVisible(
          names.read(ctx.indexRef()), ctx.visibility().VISIBLE_SYMBOL() != null, span);
    }
    if (ctx.constraintEnforcement() != null) {
      IdentifierContext name = ctx.identifier();
      return new AlterAction.SetCheckEnforced(
          names.read(name), ctx.constraintEnforcement().NOT_SYMBOL() == null, span);
    }
    String column = names.read(ctx.columnInternalRef());
    if (ctx.visibility() != null) {
      return new AlterAction.SetColumnVisible(
          column, ctx.visibility().VISIBLE_SYMBOL() != null, span);
    }
    Optional<String> value =
        names
            .sourceOf(ctx.signedLiteralOrNull())
            .or(() -> names.sourceOf(ctx.exprWithParentheses()));
    return new AlterAction.SetDefault(column, value, span);
  }
}
