package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterDatabaseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateDatabaseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateEventContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateFunctionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateProcedureContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTriggerContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DefinerClauseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropDatabaseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropIndexContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropTableContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropViewContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.QueryContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.RenameTableStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ViewTailContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.Ddl.Program;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.TableName;
import org.jspecify.annotations.Nullable;

/// DDL out of the grammar's tree.
final class DdlReader {
  private final Names names;

  private DdlReader(Names names) {
    this.names = names;
  }

  /// Nothing where the statement is no DDL that {@link Ddl} tells.
  static Optional<Ddl> read(QueryContext query, String text, Target target) {
    SimpleStatementContext statement = query.simpleStatement();
    if (statement == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(new DdlReader(new Names(text, target.modes())).read(statement));
  }

  private @Nullable Ddl read(SimpleStatementContext ctx) {
    if (ctx.createStatement() != null) {
      return create(ctx.createStatement());
    }
    if (ctx.alterStatement() != null) {
      var alter = ctx.alterStatement();
      if (alter.alterTable() != null) {
        AlterTableContext table = alter.alterTable();
        return new AlterReader(names).read(table);
      }
      return alter.alterDatabase() != null
          ? database(alter.alterDatabase())
          : alter.alterView() != null ? view(alter.alterView()) : null;
    }
    if (ctx.dropStatement() != null) {
      return drop(ctx.dropStatement());
    }
    if (ctx.renameTableStatement() != null) {
      return rename(ctx.renameTableStatement());
    }
    return ctx.truncateTableStatement() == null
        ? null
        : new Ddl.TruncateTable(names.table(ctx.truncateTableStatement().tableRef()));
  }

  private @Nullable Ddl create(CreateStatementContext ctx) {
    if (ctx.createTable() != null) {
      return new TableReader(names).read(ctx.createTable());
    }
    if (ctx.createIndex() != null) {
      return index(ctx.createIndex());
    }
    if (ctx.createDatabase() != null) {
      CreateDatabaseContext db = ctx.createDatabase();
      return new Ddl.CreateDatabase(
          names.read(db.schemaName()),
          names.span(db.schemaName()),
          db.ifNotExists() != null,
          new OptionReader(names).database(db.createDatabaseOption()));
    }
    if (ctx.createView() != null) {
      return view(ctx.createView());
    }
    return program(ctx);
  }

  private @Nullable Ddl program(CreateStatementContext ctx) {
    CreateProcedureContext p = ctx.createProcedure();
    if (p != null) {
      return program(Program.PROCEDURE, p.procedureName(), p.ifNotExists(), p.definerClause());
    }
    CreateFunctionContext f = ctx.createFunction();
    if (f != null) {
      return program(Program.FUNCTION, f.functionName(), f.ifNotExists(), f.definerClause());
    }
    CreateEventContext e = ctx.createEvent();
    if (e != null) {
      return program(Program.EVENT, e.eventName(), e.ifNotExists(), e.definerClause());
    }
    CreateTriggerContext t = ctx.createTrigger();
    return t == null
        ? null
        : new Ddl.CreateProgram(
            Program.TRIGGER,
            names.any(t.triggerName()),
            t.ifNotExists() != null,
            definer(t.definerClause()),
            Optional.of(names.table(t.tableRef())));
  }

  private Ddl program(
      Program kind,
      ParserRuleContext name,
      @Nullable ParserRuleContext ifNotExists,
      @Nullable DefinerClauseContext definer) {
    return new Ddl.CreateProgram(
        kind, names.any(name), ifNotExists != null, definer(definer), Optional.empty());
  }

  private Optional<String> definer(@Nullable DefinerClauseContext ctx) {
    return ctx == null ? Optional.empty() : Optional.of(names.source(ctx.user()));
  }

  private Ddl index(CreateIndexContext ctx) {
    IndexDef index = new IndexReader(names).index(ctx);
    var reader = new AlterReader(names);
    return new Ddl.AlterTable(
        names.table(ctx.createIndexTarget().tableRef()),
        List.of(new AlterAction.AddIndex(index, index.span())),
        reader.algorithm(ctx),
        reader.lock(ctx),
        true);
  }

  private Ddl view(CreateViewContext ctx) {
    boolean replaces =
        ctx.viewReplaceOrAlgorithm() != null
            && ctx.viewReplaceOrAlgorithm().REPLACE_SYMBOL() != null;
    return view(
        names.any(ctx.viewName()),
        replaces,
        ctx.definerClause(),
        ctx.viewSuid() == null ? null : ctx.viewSuid(),
        ctx.viewTail());
  }

  private Ddl view(AlterViewContext ctx) {
    return view(
        names.any(ctx.viewRef()), true, ctx.definerClause(), ctx.viewSuid(), ctx.viewTail());
  }

  private Ddl view(
      TableName name,
      boolean replaces,
      @Nullable DefinerClauseContext definer,
      @Nullable ParserRuleContext security,
      ViewTailContext tail) {
    List<String> columns =
        tail.columnInternalRefList() == null
            ? List.of()
            : names.reads(tail.columnInternalRefList().columnInternalRef());
    Optional<String> invoker =
        security == null
            ? Optional.empty()
            : Optional.of(Names.terminals(security).getLast().getText().toUpperCase(Locale.ROOT));
    Span select = names.span(tail.viewQueryBlock());
    return new Ddl.CreateView(name, replaces, definer(definer), invoker, columns, select);
  }

  private Ddl database(AlterDatabaseContext ctx) {
    return new Ddl.AlterDatabase(
        names.read(ctx.schemaRef()),
        names.span(ctx.schemaRef()),
        new OptionReader(names)
            .database(
                ctx.alterDatabaseOption().stream()
                    .map(one -> one.createDatabaseOption())
                    .filter(one -> one != null)
                    .toList()));
  }

  private @Nullable Ddl drop(DropStatementContext ctx) {
    if (ctx.dropTable() != null) {
      DropTableContext t = ctx.dropTable();
      return new Ddl.DropTable(
          t.tableRefList().tableRef().stream().map(names::table).toList(),
          t.ifExists() != null,
          t.TEMPORARY_SYMBOL() != null);
    }
    if (ctx.dropIndex() != null) {
      return dropIndex(ctx.dropIndex());
    }
    if (ctx.dropDatabase() != null) {
      DropDatabaseContext d = ctx.dropDatabase();
      return new Ddl.DropDatabase(
          names.read(d.schemaRef()), names.span(d.schemaRef()), d.ifExists() != null);
    }
    if (ctx.dropView() != null) {
      DropViewContext v = ctx.dropView();
      return new Ddl.DropView(
          v.viewRefList().viewRef().stream().map(names::any).toList(), v.ifExists() != null);
    }
    return dropProgram(ctx);
  }

  private @Nullable Ddl dropProgram(DropStatementContext ctx) {
    if (ctx.dropProcedure() != null) {
      var p = ctx.dropProcedure();
      return new Ddl.DropProgram(
          Program.PROCEDURE, names.any(p.procedureRef()), p.ifExists() != null);
    }
    if (ctx.dropFunction() != null) {
      var f = ctx.dropFunction();
      return new Ddl.DropProgram(
          Program.FUNCTION, names.any(f.functionRef()), f.ifExists() != null);
    }
    if (ctx.dropEvent() != null) {
      var e = ctx.dropEvent();
      return new Ddl.DropProgram(Program.EVENT, names.any(e.eventRef()), e.ifExists() != null);
    }
    if (ctx.dropTrigger() != null) {
      var t = ctx.dropTrigger();
      return new Ddl.DropProgram(Program.TRIGGER, names.any(t.triggerRef()), t.ifExists() != null);
    }
    return null;
  }

  private Ddl dropIndex(DropIndexContext ctx) {
    var reader = new AlterReader(names);
    String name = names.read(ctx.indexRef());
    AlterAction action =
        name.equalsIgnoreCase("PRIMARY")
            ? new AlterAction.DropPrimaryKey(names.span(ctx.indexRef()))
            : new AlterAction.DropIndex(name, names.span(ctx.indexRef()));
    return new Ddl.AlterTable(
        names.table(ctx.tableRef()),
        List.of(action),
        reader.algorithm(ctx),
        reader.lock(ctx),
        true);
  }

  private Ddl rename(RenameTableStatementContext ctx) {
    return new Ddl.RenameTable(
        ctx.renamePair().stream()
            .map(
                p ->
                    new Ddl.RenameTable.Pair(names.table(p.tableRef()), names.table(p.tableName())))
            .toList());
  }
}
