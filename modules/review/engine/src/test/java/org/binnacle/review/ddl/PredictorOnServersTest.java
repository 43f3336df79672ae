package org.binnacle.review.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.SchemaReading;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.SqlParser;
import org.binnacle.sql.parse.Target;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.RunningServer;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the predictor says against what servers do: each cell is a table and a clause; the cheapest
/// ALGORITHM and LOCK that the server takes is the truth, and a changed InnoDB table id is a
/// rebuild.
@Tag("server")
final class PredictorOnServersTest {
  private static final String PLAIN =
      "CREATE TABLE t (id int NOT NULL, a int, b int NOT NULL DEFAULT 1, v varchar(50), w varchar(64),"
          + " bin varbinary(100), e enum('x','y'), st set('x','y'), d datetime, txt text, m int NOT NULL DEFAULT 1, PRIMARY KEY (id), KEY ka (a),"
          + " UNIQUE KEY ub (b)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
  private static final String LATIN = PLAIN.replace("utf8mb4", "latin1");
  private static final String UTF8MB3 = PLAIN.replace("utf8mb4", "utf8");
  private static final String FULLTEXT = PLAIN.replace("UNIQUE KEY ub (b)", "FULLTEXT KEY ft (v)");
  private static final String COMPRESSED = PLAIN + " ROW_FORMAT=COMPRESSED";
  private static final String GENERATED =
      "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, gv int AS (a + 1) VIRTUAL, gs int AS (a + 2)"
          + " STORED, KEY kv (gv)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
  private static final String NO_KEY =
      "CREATE TABLE t (a int NOT NULL, b int NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
  private static final String CHILD =
      "CREATE TABLE t (id int NOT NULL PRIMARY KEY, p int, KEY kp (p), CONSTRAINT fk FOREIGN KEY (p)"
          + " REFERENCES parent (id)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
  private static final String PARTITIONED =
      "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"
          + " PARTITION BY HASH (id) PARTITIONS 3";
  private static final String SMALL =
      "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";
  private static final String MYISAM =
      "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4";

  private record Cell(String table, String clause) {}

  private static final List<Cell> CELLS =
      List.of(
          // columns come and go
          new Cell(PLAIN, "ADD z int"),
          new Cell(PLAIN, "ADD z int NOT NULL DEFAULT 7"),
          new Cell(PLAIN, "ADD z int FIRST"),
          new Cell(PLAIN, "ADD z int AFTER a"),
          new Cell(COMPRESSED, "ADD z int"),
          new Cell(FULLTEXT, "ADD z int"),
          new Cell(NO_KEY, "ADD z int"),
          new Cell(NO_KEY, "ADD z int NOT NULL AUTO_INCREMENT, ADD KEY kz (z)"),
          new Cell(PLAIN, "DROP COLUMN d"),
          new Cell(PLAIN, "DROP COLUMN a"),
          new Cell(PLAIN, "DROP COLUMN b"),
          new Cell(COMPRESSED, "DROP COLUMN d"),
          new Cell(FULLTEXT, "DROP COLUMN d"),
          new Cell(PARTITIONED, "ADD z int"),
          new Cell(MYISAM, "ADD z int"),
          new Cell(PLAIN, "ADD z int, ADD KEY kz (d)"),
          new Cell(PLAIN, "ADD y int, DROP COLUMN d"),
          // generated ones
          new Cell(PLAIN, "ADD z int AS (a + 1) VIRTUAL"),
          new Cell(PLAIN, "ADD z int AS (a + 1) STORED"),
          new Cell(GENERATED, "DROP COLUMN gv"),
          new Cell(GENERATED, "DROP COLUMN gs"),
          new Cell(GENERATED, "MODIFY gs int AS (a + 3) STORED"),
          new Cell(GENERATED, "ADD KEY kx (gs)"),
          // columns change
          new Cell(PLAIN, "CHANGE a aa int"),
          new Cell(PLAIN, "CHANGE d dd datetime"),
          new Cell(PLAIN, "ALTER a SET DEFAULT 5"),
          new Cell(PLAIN, "ALTER b DROP DEFAULT"),
          new Cell(PLAIN, "MODIFY a int COMMENT 'words'"),
          new Cell(PLAIN, "MODIFY a bigint"),
          new Cell(PLAIN, "MODIFY a int unsigned"),
          new Cell(PLAIN, "MODIFY a int NOT NULL"),
          new Cell(PLAIN, "MODIFY b int DEFAULT 1"),
          new Cell(PLAIN, "MODIFY m int DEFAULT 1"),
          new Cell(PLAIN, "MODIFY d datetime FIRST"),
          new Cell(PLAIN, "MODIFY d datetime(3)"),
          new Cell(PLAIN, "MODIFY txt mediumtext"),
          new Cell(PLAIN, "MODIFY v varchar(60)"),
          new Cell(PLAIN, "MODIFY v varchar(63)"),
          new Cell(PLAIN, "MODIFY v varchar(64)"),
          new Cell(PLAIN, "MODIFY v varchar(40)"),
          new Cell(PLAIN, "MODIFY w varchar(100)"),
          new Cell(LATIN, "MODIFY v varchar(255)"),
          new Cell(LATIN, "MODIFY v varchar(256)"),
          new Cell(UTF8MB3, "MODIFY v varchar(85)"),
          new Cell(UTF8MB3, "MODIFY v varchar(86)"),
          new Cell(PLAIN, "MODIFY bin varbinary(200)"),
          new Cell(PLAIN, "MODIFY bin varbinary(256)"),
          new Cell(PLAIN, "MODIFY v char(50)"),
          new Cell(PLAIN, "MODIFY e enum('x','y','z')"),
          new Cell(PLAIN, "MODIFY e enum('x','z','y')"),
          new Cell(PLAIN, "MODIFY e enum('x')"),
          new Cell(PLAIN, "MODIFY st set('x','y','z')"),
          new Cell(PLAIN, "MODIFY st set('x','y','a','b','c','d','e','f','g')"),
          new Cell(PLAIN, "MODIFY v varchar(50) CHARACTER SET latin1"),
          new Cell(UTF8MB3, "MODIFY v varchar(50) CHARACTER SET utf8mb4"),
          new Cell(UTF8MB3, "MODIFY d datetime, MODIFY txt text CHARACTER SET utf8mb4"),
          // indexes
          new Cell(PLAIN, "ADD KEY kd (d)"),
          new Cell(PLAIN, "ADD UNIQUE KEY ud (d)"),
          new Cell(PLAIN, "ADD FULLTEXT KEY ft (v)"),
          new Cell(FULLTEXT, "ADD FULLTEXT KEY fw (w)"),
          new Cell(PLAIN, "DROP INDEX ka"),
          new Cell(PLAIN, "RENAME INDEX ka TO kb"),
          new Cell(PLAIN, "DROP INDEX ka, ADD KEY ka (a, d)"),
          new Cell(NO_KEY, "ADD PRIMARY KEY (a)"),
          new Cell(PLAIN, "DROP PRIMARY KEY"),
          new Cell(PLAIN, "DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)"),
          // constraints
          new Cell(CHILD, "DROP FOREIGN KEY fk"),
          new Cell(PLAIN, "ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES parent (id)"),
          new Cell(PLAIN, "ADD CONSTRAINT c CHECK (a > 0)"),
          // the table
          new Cell(PLAIN, "CONVERT TO CHARACTER SET latin1"),
          new Cell(UTF8MB3, "CONVERT TO CHARACTER SET utf8mb4"),
          new Cell(PLAIN, "DEFAULT CHARACTER SET latin1"),
          new Cell(PLAIN, "COMMENT = 'words'"),
          new Cell(PLAIN, "AUTO_INCREMENT = 100"),
          new Cell(PLAIN, "ROW_FORMAT = COMPRESSED"),
          new Cell(PLAIN, "ROW_FORMAT = DYNAMIC"),
          new Cell(PLAIN, "FORCE"),
          new Cell(PLAIN, "ENGINE = InnoDB"),
          new Cell(FULLTEXT, "FORCE"),
          new Cell(PLAIN, "ENGINE = MyISAM"),
          new Cell(MYISAM, "ENGINE = InnoDB"),
          new Cell(PLAIN, "STATS_PERSISTENT = 1"),
          new Cell(PLAIN, "RENAME TO t2"),
          new Cell(PLAIN, "ORDER BY d"),
          new Cell(SMALL, "PARTITION BY HASH (id) PARTITIONS 2"),
          new Cell(PARTITIONED, "REMOVE PARTITIONING"));

  /// What MySQL 8.0 and later have beyond that.
  private static final List<Cell> MODERN =
      List.of(
          new Cell(PLAIN, "RENAME COLUMN a TO aa"),
          new Cell(PLAIN, "ALTER INDEX ka INVISIBLE"),
          new Cell(PLAIN, "ADD KEY kf ((a + 1))"),
          new Cell(
              "CREATE TABLE t (id int PRIMARY KEY, a int, CONSTRAINT c CHECK (a > 0)) ENGINE=InnoDB",
              "DROP CHECK c"),
          new Cell(
              "CREATE TABLE t (id int PRIMARY KEY, a int, CONSTRAINT c CHECK (a > 0)) ENGINE=InnoDB",
              "ALTER CHECK c NOT ENFORCED"),
          new Cell(PLAIN, "ALTER COLUMN a SET INVISIBLE"));

  private static final List<String> WAYS =
      List.of(
          "ALGORITHM=INSTANT",
          "ALGORITHM=INPLACE, LOCK=NONE",
          "ALGORITHM=INPLACE, LOCK=SHARED",
          "ALGORITHM=INPLACE, LOCK=EXCLUSIVE",
          "ALGORITHM=COPY, LOCK=NONE",
          "ALGORITHM=COPY, LOCK=SHARED",
          "ALGORITHM=COPY, LOCK=EXCLUSIVE");

  static List<Distribution> servers() {
    return TestServers.available();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theServerDoesWhatIsForetold(Distribution distribution) throws SQLException {
    RunningServer server = TestServers.shared(distribution);
    var wrong = new ArrayList<String>();
    var cells = new ArrayList<>(CELLS);
    if (distribution == Distribution.MYSQL_8_0 || distribution == Distribution.MYSQL_9) {
      cells.addAll(MODERN);
    }
    try (TestSchema schema = TestSchema.on(server);
        Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE parent (id int NOT NULL PRIMARY KEY) ENGINE=InnoDB");
      Target target = target(statement);
      for (Cell cell : cells) {
        Optional<String> truth = truth(statement, schema.name(), cell);
        String said = foretold(target, cell).map(Cost::shown).orElse("nothing");
        if (truth.isPresent() && !said.equals(truth.get())) {
          wrong.add(
              "%s: %s: foretold %s, is %s"
                  .formatted(name(cell.table()), cell.clause(), said, truth.get()));
        }
        if (truth.isEmpty()) {
          System.err.println(distribution + " does not know " + cell.clause());
        }
      }
    }
    assertThat(wrong).as("%s, %d cells", distribution, cells.size()).isEmpty();
  }

  static List<Distribution> counting() {
    return TestServers.available().stream()
        .filter(d -> d == Distribution.MYSQL_8_0 || d == Distribution.MYSQL_9)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("counting")
  void instantChangesAreUsedUp(Distribution distribution) throws SQLException {
    int limit = distribution == Distribution.MYSQL_8_0 ? 64 : 255;
    try (TestSchema schema = TestSchema.on(TestServers.shared(distribution));
        Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SMALL);
      int done = 0;
      try {
        for (; done <= limit; done++) {
          statement.execute("ALTER TABLE t ADD c" + done + " int, ALGORITHM=INSTANT");
        }
      } catch (SQLException e) {
        assertThat(e.getErrorCode()).isEqualTo(4092);
      }
      assertThat(done).isEqualTo(limit);
    }
  }

  private static Target target(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("SELECT VERSION()")) {
      row.next();
      return Target.of(row.getString(1), "DEFAULT").orElseThrow();
    }
  }

  private static Optional<Cost> foretold(Target target, Cell cell) {
    Schema schema = SchemaReading.ofScripts(List.of(cell.table()), target);
    var parsed = new SqlParser(target).parse("ALTER TABLE t " + cell.clause());
    if (!(parsed instanceof Parsed.Understood u)
        || !(u.ddl().orElse(null) instanceof Ddl.AlterTable alter)) {
      throw new AssertionError(cell.clause() + ": " + parsed);
    }
    return new Predictor(target)
        .predict(alter, schema.table(new TableName(Optional.empty(), "t", new Span(0, 0))));
  }

  /// Empty where the server does not take the clause at all.
  private static Optional<String> truth(Statement statement, String schema, Cell cell)
      throws SQLException {
    for (String way : WAYS) {
      statement.execute("DROP TABLE IF EXISTS t, t2");
      statement.execute(cell.table());
      long before = id(statement, schema, "t");
      try {
        // PARTITION BY stands without a comma before it.
        String comma =
            cell.clause().startsWith("PARTITION") || cell.clause().startsWith("REMOVE")
                ? " "
                : ", ";
        statement.execute("ALTER TABLE t " + way + comma + cell.clause());
      } catch (SQLException e) {
        continue;
      }
      long after = Math.max(id(statement, schema, "t"), id(statement, schema, "t2"));
      boolean rebuilt = before != after;
      if (rebuilt && way.equals("ALGORITHM=INSTANT")) {
        return Optional.empty(); // MariaDB 10.11 takes no notice of ALGORITHM here
      }
      return Optional.of(
          way.equals("ALGORITHM=INSTANT")
              ? "INSTANT"
              : way.replace("ALGORITHM=", "")
                  .replace("INPLACE,", rebuilt ? "INPLACE with a rebuild," : "INPLACE,"));
    }
    return Optional.empty();
  }

  private static long id(Statement statement, String schema, String table) throws SQLException {
    for (String view : List.of("INNODB_TABLES", "INNODB_SYS_TABLES")) {
      try (var rows =
          statement.executeQuery(
              "SELECT MAX(TABLE_ID) FROM information_schema."
                  + view
                  + " WHERE NAME = '"
                  + schema
                  + "/"
                  + table
                  + "' OR NAME LIKE '"
                  + schema
                  + "/"
                  + table
                  + "#%'")) {
        rows.next();
        return rows.getLong(1);
      } catch (SQLException e) {
        // the other name, then
      }
    }
    throw new AssertionError("no view of InnoDB's tables");
  }

  private static String name(String table) {
    return table.equals(PLAIN)
        ? "plain"
        : table.equals(LATIN)
            ? "latin1"
            : table.equals(UTF8MB3)
                ? "utf8mb3"
                : table.equals(FULLTEXT)
                    ? "fulltext"
                    : table.equals(COMPRESSED)
                        ? "compressed"
                        : table.equals(GENERATED)
                            ? "generated"
                            : table.equals(CHILD)
                                ? "child"
                                : table.equals(PARTITIONED)
                                    ? "partitioned"
                                    : table.equals(MYISAM) ? "MyISAM" : "without a key";
  }
}
