package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
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
  void aTerminalThatIsMuchTooNarrowStillShowsEachColumn() {
    assertThat(table().lines(terminal(true, 5)).get(1)).isEqualTo("   7  shop  SELECT …");
  }
}
