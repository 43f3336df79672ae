package org.binnacle.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rarer forms of ALTER TABLE and RENAME: for each the verdict is the server's, and what it
/// renames is read.
final class AlterFormsTest {
  private static final List<String> FORMS =
      List.of(
          "ALTER TABLE t RENAME u",
          "ALTER TABLE t RENAME TO u",
          "ALTER TABLE t RENAME AS u",
          "ALTER TABLE t RENAME = u",
          "ALTER TABLE t RENAME=`u v`",
          "ALTER TABLE t RENAME = db.u, ADD COLUMN a int",
          "ALTER TABLE t RENAME COLUMN a TO b",
          "ALTER TABLE t RENAME COLUMN a AS b",
          "ALTER TABLE t RENAME COLUMN a = b",
          "ALTER TABLE t RENAME INDEX a TO b",
          "ALTER TABLE t RENAME KEY a TO b, RENAME KEY c TO d",
          "ALTER TABLE t RENAME INDEX a = b",
          "ALTER TABLE t RENAME == u",
          "ALTER TABLE t RENAME =",
          "ALTER TABLE t RENAME := u",
          "ALTER TABLE t RENAME = = u",
          "ALTER TABLE t RENAME TO = u",
          "ALTER TABLE t RENAME u, ALGORITHM=INPLACE",
          "ALTER TABLE t RENAME u ORDER BY a",
          "RENAME TABLE a TO b",
          "RENAME TABLES a TO b, c TO d.e",
          "RENAME TABLE a AS b",
          "RENAME TABLE a = b",
          "RENAME USER a TO b, c@d TO e@f",
          "RENAME USER a AS b",
          "ALTER TABLE t ORDER BY a",
          "ALTER TABLE t ORDER BY a DESC, b ASC",
          "ALTER TABLE t ORDER BY t.a",
          "ALTER TABLE t ORDER BY db.t.a",
          "ALTER TABLE t ORDER BY t.a DESC, `t`.`b`, c",
          "ALTER TABLE t ORDER BY t.a.b.c",
          "ALTER TABLE t ORDER BY .a",
          "ALTER TABLE t ORDER BY t.",
          "ALTER TABLE t ORDER BY t..a",
          "ALTER TABLE t ORDER BY a + 1",
          "ALTER TABLE t ADD c int, ORDER BY c",
          "ALTER TABLE t ADD c int, ORDER BY c DESC, d",
          "ALTER TABLE t ORDER BY c, ADD d int",
          "ALTER TABLE t ORDER BY c DESC, DROP d, ADD e int",
          "ALTER TABLE t ORDER BY c, engine",
          "ALTER TABLE t ORDER BY c, algorithm DESC, comment",
          "ALTER TABLE t ORDER BY c, ENGINE = InnoDB",
          "ALTER TABLE t ORDER BY c, ALGORITHM = COPY",
          "ALTER TABLE t ORDER BY c, DISABLE KEYS",
          "ALTER TABLE t ORDER BY c, MODIFY d int",
          "ALTER TABLE t ORDER BY c, `add`",
          "ALTER TABLE t ORDER BY c, t.add",
          "ALTER TABLE t ORDER BY c, FORCE",
          "ALTER TABLE t ADD COLUMN c VARCHAR(191) NOT NULL DEFAULT @x",
          "ALTER TABLE t ORDER BY c ENGINE = InnoDB",
          "ALTER TABLE t ORDER BY c PARTITION BY HASH (a)",
          "ALTER TABLE t ORDER BY c, d REMOVE PARTITIONING",
          "ALTER TABLE t ORDER BY c, PARTITION BY HASH (a)",
          "ALTER TABLE t ADD CHECK (a > (SELECT 1 ORDER BY 1)), ADD d int",
          "ALTER TABLE t CONVERT TO CHARACTER SET DEFAULT",
          "ALTER TABLE t CONVERT TO CHARACTER SET DEFAULT COLLATE utf8mb4_bin",
          "ALTER TABLE t CONVERT TO CHARSET utf8mb4 COLLATE = utf8mb4_bin",
          "ALTER TABLE t CONVERT TO CHAR SET latin1",
          "ALTER TABLE t CONVERT TO CHARACTER SET binary",
          "ALTER TABLE t CONVERT TO CHARACTER SET 'utf8mb4' COLLATE 'utf8mb4_bin'",
          "ALTER TABLE t CONVERT TO CHARACTER SET = utf8mb4",
          "ALTER TABLE t CONVERT CHARACTER SET utf8mb4",
          "ALTER TABLE t DEFAULT CHARSET = utf8mb4 DEFAULT COLLATE = utf8mb4_bin",
          "ALTER TABLE t CHARACTER SET DEFAULT",
          "ALTER TABLE t COLLATE DEFAULT",
          "ALTER TABLE t",
          "ALTER TABLE t ADD",
          "ALTER TABLE t ALGORITHM=INPLACE, LOCK NONE",
          "ALTER TABLE t ALGORITHM DEFAULT",
          "ALTER TABLE t WITHOUT VALIDATION, ADD a int",
          "ALTER TABLE t FORCE, ENGINE InnoDB",
          "ALTER TABLE t ENGINE=InnoDB ROW_FORMAT=DYNAMIC COMMENT 'x'",
          "ALTER TABLE t DISABLE KEYS, ADD a int",
          "ALTER TABLE t ALTER a SET DEFAULT (uuid())",
          "ALTER TABLE t ALTER COLUMN a SET INVISIBLE, ALTER INDEX k VISIBLE",
          "ALTER TABLE t ALTER INDEX k SET VISIBLE",
          "ALTER TABLE t ALTER CHECK c ENFORCED, ALTER CONSTRAINT d NOT ENFORCED",
          "ALTER TABLE t DROP CONSTRAINT c, DROP FOREIGN KEY f, DROP PRIMARY KEY",
          "ALTER TABLE t DROP COLUMN a RESTRICT",
          "ALTER TABLE t DROP a CASCADE",
          "ALTER TABLE t ADD a int AFTER b, ADD (c int, KEY (c))",
          "ALTER TABLE t ADD (a int FIRST)",
          "ALTER TABLE t ADD COLUMN IF NOT EXISTS a int",
          "ALTER TABLE t MODIFY a int FIRST, CHANGE b c int AFTER d",
          "ALTER TABLE t CHANGE a int",
          "ALTER TABLE t PARTITION BY HASH (a) PARTITIONS 2",
          "ALTER TABLE t RENAME u PARTITION BY HASH (a)",
          "ALTER TABLE t RENAME u REMOVE PARTITIONING",
          "ALTER TABLE t REORGANIZE PARTITION",
          "ALTER TABLE t EXCHANGE PARTITION p WITH TABLE u WITH VALIDATION",
          "ALTER TABLE t SECONDARY_LOAD",
          "ALTER TABLE t UNION = (a, b)",
          "ALTER TABLE t AUTOEXTEND_SIZE = 4M",
          "ALTER VIEW v (a) AS SELECT 1",
          "ALTER VIEW v RENAME = w");

  private static SqlParser parser(Distribution server) {
    String version = server == Distribution.MYSQL_9 ? "9.7.0" : "8.0.33";
    return new SqlParser(Target.of(version, "DEFAULT").orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  @Tag("server")
  void theVerdictIsTheServers(Distribution distribution) throws Exception {
    var server = TestServers.shared(distribution);
    try (var schema = TestSchema.on(server);
        var truth = new Truth(schema.connect())) {
      var figures = new SyntaxFigures();
      figures.judge(FORMS, parser(distribution), truth);
      assertThat(figures.falseErrors).as("called wrong, and taken by the server").isEmpty();
      assertThat(figures.missed).as("taken, and refused by the server").isEmpty();
      assertThat(figures.valid).isGreaterThan(40);
      assertThat(figures.invalid).isGreaterThan(15);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RENAME u", "RENAME TO u", "RENAME AS u", "RENAME = u", "RENAME=u"})
  void eachFormOfRenameSaysTheNewName(String clause) {
    assertThat(actions("ALTER TABLE t " + clause + ", ADD a int"))
        .hasSize(2)
        .anySatisfy(
            one -> {
              assertThat(one).isInstanceOf(AlterAction.RenameTable.class);
              assertThat(((AlterAction.RenameTable) one).to().name()).isEqualTo("u");
              assertThat(one.span().in("ALTER TABLE t " + clause)).isEqualTo(clause);
            });
  }

  @Test
  void anEqualsSignElsewhereIsNotTaken() {
    assertThat(
            Stream.of(
                    "ALTER TABLE t RENAME COLUMN a = b",
                    "RENAME TABLE a = b",
                    "RENAME = b",
                    "ALTER TABLE t RENAME = = u")
                .filter(
                    sql -> !(parser(Distribution.MYSQL_8_0).parse(sql) instanceof Parsed.Wrong)))
        .isEmpty();
  }

  private static List<AlterAction> actions(String sql) {
    return parser(Distribution.MYSQL_8_0).parse(sql) instanceof Parsed.Understood u
            && u.ddl().orElseThrow() instanceof Ddl.AlterTable alter
        ? alter.actions()
        : List.of();
  }
}
