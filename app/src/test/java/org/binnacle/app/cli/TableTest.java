package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.binnacle.app.cli.Table.Column;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static Terminal terminal(boolean live, int columns) {
    var nowhere = new PrintWriter(Writer.nullWriter());
    var size =
        new Terminal.Size() {
          @Override
          public int columns() {
            return columns;
          }

          @Override
          public int rows() {
            return 20;
          }
        };
    return new Terminal(nowhere, nowhere, live, false, size, new Prompt.Nobody());
  }

  private static Table table() {
    var table = new Table(Column.number("ID"), Column.text("DB"), Column.elastic("SQL"));
    table.row(7, "shop", "SELECT a_long_column FROM a_long_table WHERE id = 1");
    table.row(4711, "", "DO 1\u001b[2J");
    return table;
  }

  @Test
  void onATerminalNoLineIsLongerThanTheWindow() {
    assertThat(table().lines(terminal(true, 30)))
        .containsExactly(
            "  ID  DB    SQL", "   7  shop  SELECT a_long_col…", "4711        DO 1\\x1b[2J");
  }

  @Test
  void whereOutputIsPipedNothingIsCut() {
    assertThat(table().lines(terminal(false, 30)).get(1))
        .isEqualTo("   7  shop  SELECT a_long_column FROM a_long_table WHERE id = 1");
  }

  @Test
  void aTerminalThatIsMuchTooNarrowCutsALineAndNeverWrapsIt() {
    assertThat(table().lines(terminal(true, 5))).containsExactly("  ID", "   7", "4711");
    assertThat(table().lines(terminal(true, 21)).get(1)).isEqualTo("   7  shop  SELECT a…");
  }

  @Test
  void spareColumnsGoOneByOneAndAreNamed() {
    var table =
        new Table(
            Column.number("ID"),
            Column.text("HOST").spare(2),
            Column.number("TIME"),
            Column.number("TRX").spare(1),
            Column.elastic("SQL"));
    table.row(7, "10.100.200.30", "71 s", "2m", "SELECT something FROM somewhere");
    table.row(12, "東京", "1 ms", "", "DO 1");
    assertThat(table.lines(terminal(true, 60)).getFirst())
        .isEqualTo("ID  HOST           TIME  TRX  SQL");
    assertThat(table.lines(terminal(true, 40)))
        .containsExactly(
            "ID  TIME  TRX  SQL",
            " 7  71 s   2m  SELECT something FROM so…",
            "12  1 ms       DO 1",
            "too narrow for: HOST");
    assertThat(table.lines(terminal(true, 26)))
        .containsExactly(
            "ID  TIME  SQL",
            " 7  71 s  SELECT somethin…",
            "12  1 ms  DO 1",
            "too narrow for: HOST, TRX");
    assertThat(table.lines(terminal(false, 10)).getFirst()).contains("HOST", "TRX");
  }

  @Test
  void aFoldingTextStandsBelowItsRowWhereTheOthersLeaveLittleRoom() {
    var table =
        new Table(Column.number("LOAD"), Column.text("SCHEMA"), Column.folding("STATEMENT"));
    table.row("0.93", "shop", "SELECT qty FROM stock WHERE id = ? AND place = ?");
    table.row("0.02", "shop", "DO ?");
    assertThat(table.lines(terminal(true, 80)).get(1))
        .isEqualTo("0.93  shop    SELECT qty FROM stock WHERE id = ? AND place = ?");
    assertThat(table.lines(terminal(true, 40)))
        .containsExactly(
            "LOAD  SCHEMA",
            "0.93  shop",
            "    SELECT qty FROM stock WHERE id = ?",
            "        AND place = ?",
            "0.02  shop",
            "    DO ?");
    assertThat(table.lines(terminal(false, 40)).getFirst()).contains("STATEMENT");
    var long40 = new Table(Column.folding("STATEMENT"), Column.number("N"));
    long40.row("word ".repeat(200), 7);
    List<String> lines = long40.lines(terminal(true, 40));
    assertThat(lines).hasSize(7).allMatch(line -> line.length() <= 40);
    assertThat(lines.getLast()).endsWith("…");
  }

  @Test
  void longLinesFoldBetweenWordsUnderTheirIndentAndTheTreesTrunk() {
    assertThat(Folded.of("note: none of it may be lost", 16))
        .containsExactly("note: none of it", "    may be lost");
    assertThat(Folded.of("│  ├─ #7 app waits 71 s", 18))
        .containsExactly("│  ├─ #7 app waits", "│  │     71 s");
    assertThat(Folded.of("\u001b[1mone two\u001b[0m", 4))
        .containsExactly(
            "\u001b[1mone\u001b[0m", "\u001b[1m  tw\u001b[0m", "\u001b[1m  o\u001b[0m");
    assertThat(Folded.of("#7 app  idle 6m12s  blocks 41", 26))
        .containsExactly("#7 app  idle 6m12s", "    blocks 41");
    assertThat(Folded.of("the longest 71 s of them", 14))
        .as("a number keeps its unit")
        .containsExactly("the longest", "    71 s of", "    them");
    assertThat(Folded.of("short", 10)).containsExactly("short");
    String longest = "x".repeat(1_000);
    assertThat(String.join("", Folded.of(longest, 40)).replace(" ", "")).isEqualTo(longest);
    assertThat(Folded.of(longest, 40)).allMatch(line -> line.length() <= 40);
    assertThat(Folded.of("words", 1)).hasSize(5);
  }
}
