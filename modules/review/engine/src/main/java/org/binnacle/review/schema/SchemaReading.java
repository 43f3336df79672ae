package org.binnacle.review.schema;

import java.util.List;
import org.binnacle.sql.Script;
import org.binnacle.sql.Statement;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;

/// Schemas out of DDL: migration files, or what `mysqldump --no-data` writes.
public final class SchemaReading {
  private SchemaReading() {}

  /// The schema that these scripts leave, run one after the other on nothing.
  public static Schema ofScripts(List<String> scripts, Target target) {
    Schema schema = Schema.given();
    var parser = new SqlParser(target);
    scripts.forEach(script -> add(schema, script, parser));
    schema.use("");
    return schema;
  }

  /// Runs a script's DDL on a schema.
  ///
  /// @return how many statements of it were DDL
  public static int add(Schema schema, String script, SqlParser parser) {
    int ddl = 0;
    for (Statement statement : Script.cut(script, parser.target().modes()).statements()) {
      String text = statement.text();
      if (text.regionMatches(true, 0, "USE ", 0, 4)) {
        schema.use(text.substring(4).strip().replace("`", ""));
      } else if (!isRows(text)
          && parser.parse(text) instanceof Parsed.Understood u
          && u.ddl().isPresent()) {
        Ddl one = u.ddl().get();
        Evolution.apply(schema, one);
        ddl++;
      }
    }
    return ddl;
  }

  private static boolean isRows(String text) {
    return text.regionMatches(true, 0, "INSERT", 0, 6)
        || text.regionMatches(true, 0, "REPLACE", 0, 7);
  }
}
