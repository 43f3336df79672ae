package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Properties that hold for any text.
final class TotalityTest {
  private static final List<SqlModes> MODES =
      List.of(SqlModes.DEFAULT, new SqlModes(true, false), new SqlModes(false, true));

  @Test
  void tokensCoverEveryCharacterOnce() {
    for (String text : Samples.mutilated(7, 20_000)) {
      for (SqlModes modes : MODES) {
        int at = 0;
        for (Token token : Lexer.all(text, modes)) {
          assertThat(token.offset()).as(text).isEqualTo(at);
          assertThat(token.length()).as(text).isPositive();
          at = token.end();
        }
        assertThat(at).as(text).isEqualTo(text.length());
      }
    }
  }

  @Test
  void statementsLieInOrderAtTheirPlace() {
    for (String text : Samples.mutilated(11, 10_000)) {
      int at = 0;
      for (Statement statement : Script.cut(text, SqlModes.DEFAULT).statements()) {
        assertThat(statement.offset()).as(text).isGreaterThanOrEqualTo(at);
        assertThat(text.substring(statement.offset(), statement.end())).isEqualTo(statement.text());
        assertThat(statement.lead()).isBetween(at, statement.offset());
        at = statement.end();
      }
    }
  }

  /// A script of everything, cut out at random places: whatever remains is cut into statements
  /// whose places are right, and what lies between them holds no word but DELIMITER's.
  @Test
  void anyPieceOfAScriptIsCutAndItsPlacesAddUp() {
    var script = new StringBuilder();
    for (String one : Samples.statements()) {
      script.append(one).append(script.length() % 3 == 0 ? ";\r\n" : ";\n-- a; comment\n");
    }
    script.append("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT ';'; END//\nDELIMITER ;\n");
    String whole = script.toString();
    var random = new Random(17);
    for (int i = 0; i < 4_000; i++) {
      int start = random.nextInt(whole.length());
      int end = start + random.nextInt(Math.min(4_000, whole.length() - start) + 1);
      String piece = whole.substring(start, end);
      int at = 0;
      for (Statement statement : Script.cut(piece, SqlModes.DEFAULT).statements()) {
        gap(piece, at, statement.offset());
        String before = piece.substring(0, statement.offset());
        int line = before.lastIndexOf('\n') + 1;
        assertThat(statement.line())
            .isEqualTo(1 + (int) before.chars().filter(c -> c == '\n').count());
        assertThat(statement.column()).isEqualTo(statement.offset() - line + 1);
        at = statement.end();
      }
      gap(piece, at, piece.length());
    }
  }

  private static void gap(String piece, int from, int to) {
    assertThat(to).isGreaterThanOrEqualTo(from);
    String gap = piece.substring(from, to).replaceAll("(?i)delimiter[^\\n]*", "");
    for (Token token : Lexer.spoken(gap, SqlModes.DEFAULT)) {
      assertThat(token.type()).as("between statements: %s", gap).isNotEqualTo(TokenType.WORD);
    }
  }

  @Test
  void fingerprintsOfAnyTextStandStill() {
    for (String text : Samples.mutilated(13, 10_000)) {
      Fingerprint once = Fingerprint.of(text, SqlModes.DEFAULT, Dialect.MYSQL);
      assertThat(Fingerprint.of(text, SqlModes.DEFAULT, Dialect.MYSQL)).isEqualTo(once);
      Kind.of(text, SqlModes.DEFAULT);
    }
  }

  @Test
  void longAndDeepTextsAreCutInOnePass() {
    String row = "(1,'it''s',0x4D),";
    String wide = "INSERT INTO t VALUES " + row.repeat(10_000_000 / row.length()) + "(1,'x',2)";
    var lexer = new Lexer(wide, SqlModes.DEFAULT);
    long tokens = 0;
    while (lexer.hasNext()) {
      lexer.next();
      tokens++;
    }
    assertThat(tokens).isGreaterThan(4_000_000);
    assertThat(Fingerprint.of(wide, SqlModes.DEFAULT, Dialect.MYSQL).text())
        .isEqualTo("INSERT INTO `t` VALUES (...) /* , ... */");

    for (String deep :
        List.of("(", "/*!50000 ", "CASE WHEN ", "BEGIN ", "'", "`", "/* ", "@", "-")) {
      String text = "CREATE PROCEDURE p() BEGIN " + deep.repeat(1_000_000);
      assertThat(Script.cut(text, SqlModes.DEFAULT).statements()).hasSize(1);
    }
  }
}
