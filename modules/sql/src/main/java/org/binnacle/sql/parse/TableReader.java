package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DuplicateAsQeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionClauseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableConstraintDefContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.TableElementContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.Partitioning;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.ddl.TableOptions;

/// CREATE TABLE out of the grammar's tree.
final class TableReader {
  private final Names names;
  private final IndexReader indexReader;
  private final List<ColumnDef> columns = new ArrayList<>();
  private final List<IndexDef> indexes = new ArrayList<>();
  private final List<ForeignKeyDef> foreignKeys = new ArrayList<>();
  private final List<CheckDef> checks = new ArrayList<>();

  TableReader(Names names) {
    this.names = names;
    this.indexReader = new IndexReader(names);
  }

  Ddl.CreateTable read(CreateTableContext ctx) {
    if (ctx.tableElementList() != null) {
      ctx.tableElementList().tableElement().forEach(this::element);
    }
    ParserRuleContext etc = ctx.createTableOptionsEtc();
    TableOptions options =
        etc == null
            ? TableOptions.NONE
            : new OptionReader(names).table(Names.all(etc, CreateTableOptionContext.class));
    Optional<Partitioning> partitioning =
        etc == null
            ? Optional.empty()
            : Names.all(etc, PartitionClauseContext.class).stream()
                .findFirst()
                .map(new OptionReader(names)::partitioning);
    boolean select = etc != null && !Names.all(etc, DuplicateAsQeContext.class).isEmpty();
    Optional<TableName> like =
        ctx.LIKE_SYMBOL() == null ? Optional.empty() : Optional.of(names.table(ctx.tableRef()));
    return new Ddl.CreateTable(
        names.table(ctx.tableName()),
        ctx.TEMPORARY_SYMBOL() != null,
        ctx.ifNotExists() != null,
        columns,
        indexes,
        foreignKeys,
        checks,
        options,
        partitioning,
        like,
        select);
  }

  private void element(TableElementContext ctx) {
    if (ctx.columnDefinition() != null) {
      column(ctx.columnDefinition());
    } else {
      TableConstraintDefContext c = ctx.tableConstraintDef();
      indexReader.index(c).ifPresent(indexes::add);
      indexReader.foreignKey(c).ifPresent(foreignKeys::add);
      indexReader.check(c).ifPresent(checks::add);
    }
  }

  private void column(ColumnDefinitionContext ctx) {
    var more = ctx.checkOrReferences();
    var reader = new ColumnReader(names);
    ColumnDef column =
        reader.column(
            ctx.columnName(),
            ctx.fieldDefinition(),
            more != null && more.references() != null,
            names.span(ctx));
    columns.add(column);
    IndexReader.inline(column).ifPresent(indexes::add);
    checks.addAll(reader.checks());
    if (more != null && more.checkConstraint() != null) {
      checks.add(
          new CheckDef(
              Optional.empty(),
              names.source(more.checkConstraint().exprWithParentheses()),
              true,
              names.span(more)));
    }
  }
}
