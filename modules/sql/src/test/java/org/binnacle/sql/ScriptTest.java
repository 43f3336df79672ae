package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.sql.Statement.Ending;
import org.junit.jupiter.api.Test;

final class ScriptTest {

  private static List<Statement> cut(String text) {
    return Script.cut(text, SqlModes.DEFAULT).statements();
  }

  private static List<String> texts(String text) {
    return cut(text).stream().map(Statement::text).toList();
  }

  @Test
  void statementsEndAtDelimitersOutsideOfQuotesAndComments() {
    assertThat(texts("SELECT ';' -- ;\n, 1 /* ; */;;\n ;SELECT `;`, \";\"; # ;\n"))
        .containsExactly("SELECT ';' -- ;\n, 1", "SELECT `;`, \";\"");
  }

  @Test
  void positionsAndCommentsBeforeSurviveCarriageReturns() {
    assertThat(cut("SELECT 1;\r\n\r\n-- why\r\n  SELECT 2\\G\r\nSELECT 3 \\g SELECT 4"))
        .containsExactly(
            new Statement("SELECT 1", 0, 1, 1, 0, Ending.DELIMITER, Kind.SELECT),
            new Statement("SELECT 2", 23, 4, 3, 13, Ending.VERTICAL, Kind.SELECT),
            new Statement("SELECT 3", 35, 5, 1, 35, Ending.GO, Kind.SELECT),
            new Statement("SELECT 4", 47, 5, 13, 47, Ending.END_OF_TEXT, Kind.SELECT));
  }

  @Test
  void delimiterLinesAreObeyedAndLeftOut() {
    assertThat(
            texts(
                """
                DROP PROCEDURE IF EXISTS p;
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END$$
                CREATE FUNCTION f() RETURNS INT RETURN 1 $$
                DELIMITER ;
                SELECT 1;
                """))
        .containsExactly(
            "DROP PROCEDURE IF EXISTS p",
            "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
            "CREATE FUNCTION f() RETURNS INT RETURN 1",
            "SELECT 1");
  }

  @Test
  void bodiesStayWholeWithoutDelimiterLines() {
    String procedure =
        """
        CREATE DEFINER=`root`@`localhost` PROCEDURE p(IN n INT)
        BEGIN
          DECLARE done INT DEFAULT 0;
          DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
          IF n > 1 THEN
            SELECT IF(n > 2, 'a', 'b'), CASE n WHEN 1 THEN 'x' ELSE 'y' END AS `end`;
          ELSEIF n = 0 THEN
            CASE n WHEN 0 THEN SELECT 1; ELSE BEGIN END; END CASE;
          END IF;
          again: LOOP
            SET n = n - 1;
            IF n < 0 THEN LEAVE again; END IF;
          END LOOP again;
          WHILE n < 3 DO SET n = n + 1; END WHILE;
          REPEAT SET n = n - 1; SELECT REPEAT('a', 3); UNTIL n = 0 END REPEAT;
        END""";
    assertThat(texts(procedure + ";\nSELECT 1;")).containsExactly(procedure, "SELECT 1");
    String trigger = "CREATE TRIGGER t BEFORE INSERT ON o FOR EACH ROW BEGIN SET NEW.a = 1; END";
    String event =
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM x; DELETE FROM y; END";
    assertThat(texts(trigger + ";" + event + ";SELECT 2;"))
        .containsExactly(trigger, event, "SELECT 2");
  }

  @Test
  void onlyStoredProgramsHaveBodies() {
    assertThat(
            texts(
                "BEGIN; UPDATE t SET a=1; COMMIT; CREATE TABLE event (begin INT, `case` INT); X;"))
        .containsExactly(
            "BEGIN",
            "UPDATE t SET a=1",
            "COMMIT",
            "CREATE TABLE event (begin INT, `case` INT)",
            "X");
    assertThat(texts("BEGIN NOT ATOMIC SELECT 1; SELECT 2; END; SELECT 3"))
        .containsExactly("BEGIN NOT ATOMIC SELECT 1; SELECT 2; END", "SELECT 3");
  }

  @Test
  void aDumpIsCutAsTheClientCutsIt() {
    assertThat(
            texts(
                """
                /*!40101 SET NAMES utf8mb4 */;
                -- Table
                DROP TABLE IF EXISTS `t`;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER x AFTER INSERT ON t FOR EACH ROW BEGIN SET @a = 1; END */;;
                DELIMITER ;
                """))
        .containsExactly(
            "/*!40101 SET NAMES utf8mb4 */",
            "DROP TABLE IF EXISTS `t`",
            "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER x AFTER INSERT ON t FOR"
                + " EACH ROW BEGIN SET @a = 1; END */");
  }

  @Test
  void nothingIsNoStatement() {
    assertThat(texts("")).isEmpty();
    assertThat(texts(" ;; -- x\n/* y */")).isEmpty();
  }

  /// As the client has it; within a statement two dashes and no space are two signs.
  @Test
  void dashesBeginACommentWhereAStatementWouldBegin() {
    assertThat(texts("---------\n-- a box\n---------\nSELECT 1--1;--x\nSELECT 2"))
        .containsExactly("SELECT 1--1", "SELECT 2");
  }
}
