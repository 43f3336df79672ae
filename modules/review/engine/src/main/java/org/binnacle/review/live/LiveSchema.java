package org.binnacle.review.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Script;
import org.binnacle.sql.Span;
import org.binnacle.sql.Statement;
import org.binnacle.sql.TableNames;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// The tables that scripts name, as they are on a server.
public final class LiveSchema {
  /// More than any review names; an end for a file of dumps.
  private static final int MOST = 5_000;

  private final Live live;
  private final Target target;
  private final Schema schema = Schema.given();
  private final Set<String> seen = new HashSet<>();

  private LiveSchema(Live live, Target target) {
    this.live = live;
    this.target = target;
  }

  /// Asks for what the scripts name.
  ///
  /// @param database what unqualified names are of, until a script says USE; may be empty
  /// @throws Fault with {@link ReviewFaults#NO_DATABASE} where a name has no database
  public static Schema of(Live live, List<String> scripts, String database, Target target) {
    var reading = new LiveSchema(live, target);
    live.databases().forEach(reading.schema::addDatabase);
    scripts.forEach(script -> reading.read(script, database));
    reading.schema.settle();
    reading.schema.use(database);
    return reading.schema;
  }

  private void read(String script, String database) {
    var parser = new SqlParser(target);
    String use = database;
    for (Statement statement : Script.cut(script, target.modes()).statements()) {
      String text = statement.text();
      if (text.regionMatches(true, 0, "USE ", 0, 4)) {
        use = text.substring(4).strip().replace("`", "");
        continue;
      }
      for (TableName name : names(statement, parser)) {
        ask(name, use);
      }
    }
  }

  private List<TableName> names(Statement statement, SqlParser parser) {
    var names = new ArrayList<TableName>();
    if (statement.kind() == Kind.DDL) {
      if (parser.parse(statement.text()) instanceof Parsed.Understood u && u.ddl().isPresent()) {
        names.addAll(Named.tables(u.ddl().get()));
        names.addAll(Named.others(u.ddl().get()));
      }
    } else if (statement.kind() == Kind.SELECT || statement.kind() == Kind.DML) {
      String head = statement.text().substring(0, Math.min(20_000, statement.text().length()));
      Set<String> own = own(head);
      TableNames.of(head, target.modes()).stream()
          .filter(t -> t.schema().isPresent() || !own.contains(t.table().toLowerCase(Locale.ROOT)))
          .forEach(t -> names.add(new TableName(t.schema(), t.table(), new Span(0, 0))));
    }
    return names;
  }

  /// Names that are no tables: DUAL, and those that WITH gives.
  private Set<String> own(String text) {
    var own = new HashSet<>(Set.of("dual"));
    List<Token> tokens = Lexer.spoken(text, target.modes());
    for (int i = 1; i + 1 < tokens.size(); i++) {
      boolean defines =
          tokens.get(i).isWord(text, "AS") && tokens.get(i + 1).type() == TokenType.OPEN;
      if (defines && tokens.get(i - 1).type() != TokenType.CLOSE) {
        own.add(tokens.get(i - 1).in(text).replace("`", "").toLowerCase(Locale.ROOT));
      } else if (defines) {
        int at = i - 1;
        while (at > 0 && tokens.get(at).type() != TokenType.OPEN) {
          at--;
        }
        if (at > 0) {
          own.add(tokens.get(at - 1).in(text).replace("`", "").toLowerCase(Locale.ROOT));
        }
      }
    }
    return own;
  }

  private void ask(TableName name, String database) {
    String in = name.schema().filter(s -> !s.isEmpty()).orElse(database);
    if (in.isEmpty()) {
      throw new Fault(ReviewFaults.NO_DATABASE, name.name());
    }
    if (seen.size() >= MOST || !seen.add((in + "." + name.name()).toLowerCase(Locale.ROOT))) {
      return;
    }
    live.table(in, name.name()).ifPresent(this::put);
  }

  private void put(LiveTable table) {
    if (!table.view()) {
      SchemaReading.table(schema, table.schema(), table.ddl(), new SqlParser(target));
    }
    var name = new TableName(Optional.of(table.schema()), table.name(), new Span(0, 0));
    Optional<Table> read = schema.table(name);
    if (read.isEmpty()) {
      // A view, or a definition beyond our grammar: there, but nobody knows its columns.
      schema.put(Table.unknown(table.schema(), table.name()));
      return;
    }
    schema.put(read.get().withSize(table.size()));
    for (var key : read.get().foreignKeys()) {
      ask(key.target(), table.schema());
    }
  }
}
