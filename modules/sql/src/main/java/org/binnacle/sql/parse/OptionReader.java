package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.BitExprContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateDatabaseOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateTableOptionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ExprContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.IdentifierContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionClauseContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionDefinitionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.binnacle.sql.ddl.Partitioning;
import org.binnacle.sql.ddl.TableOptions;

/// Options of tables and databases, and partitions, out of the grammar's tree.
final class OptionReader {
  private final Names names;

  OptionReader(Names names) {
    this.names = names;
  }

  TableOptions table(List<CreateTableOptionContext> all) {
    var options = new HashMap<String, TableOptions.Option>();
    all.forEach(one -> add(options, one));
    return new TableOptions(options);
  }

  TableOptions database(List<CreateDatabaseOptionContext> all) {
    var options = new HashMap<String, TableOptions.Option>();
    all.forEach(one -> add(options, one));
    return new TableOptions(options);
  }

  /// `ENGINE = InnoDB`: the words before the sign are the name, what follows is the value.
  private void add(Map<String, TableOptions.Option> options, ParserRuleContext ctx) {
    List<String> words =
        Names.terminals(ctx).stream()
            .map(TerminalNode::getText)
            .filter(one -> !one.equals("=") && !one.equalsIgnoreCase("DEFAULT"))
            .toList();
    if (words.isEmpty()) {
      return;
    }
    String first = words.getFirst().toLowerCase(Locale.ROOT);
    boolean two =
        first.equals("character")
            || first.equals("char")
            || first.equals("data")
            || first.equals("index");
    String name =
        first.equals("charset") || (two && first.startsWith("char"))
            ? "charset"
            : two ? first + " directory" : first;
    int from = two ? 2 : 1;
    String value =
        words.size() <= from ? "DEFAULT" : String.join(" ", words.subList(from, words.size()));
    options.put(name, new TableOptions.Option(names.read(value), names.span(ctx)));
  }

  Partitioning partitioning(PartitionClauseContext ctx) {
    var type = ctx.partitionTypeDef();
    String words =
        String.join(" ", Names.terminals(type).stream().map(TerminalNode::getText).toList())
            .toUpperCase(Locale.ROOT);
    String method =
        List.of("RANGE", "LIST", "HASH", "KEY").stream()
            .filter(m -> words.startsWith(m) || words.startsWith("LINEAR " + m))
            .findFirst()
            .orElse("KEY");
    List<ParserRuleContext> within =
        new java.util.ArrayList<>(Names.all(type, BitExprContext.class));
    if (within.isEmpty()) {
      within.addAll(Names.all(type, ExprContext.class));
    }
    if (within.isEmpty()) {
      within.add(type);
    }
    List<String> columns =
        within.stream()
            .flatMap(one -> Names.all(one, IdentifierContext.class).stream())
            .map(names::read)
            .distinct()
            .toList();
    List<PartitionDefinitionContext> all =
        ctx.partitionDefinitions() == null
            ? List.of()
            : ctx.partitionDefinitions().partitionDefinition();
    int count =
        ctx.real_ulong_number() != null
            ? (int) ColumnReader.number(ctx.real_ulong_number().getText())
            : all.size();
    boolean maxvalue =
        all.stream().anyMatch(p -> names.source(p).toUpperCase(Locale.ROOT).contains("MAXVALUE"));
    return new Partitioning(method, columns, count, maxvalue, names.span(ctx));
  }
}
