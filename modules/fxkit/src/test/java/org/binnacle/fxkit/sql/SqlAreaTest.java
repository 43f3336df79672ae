package org.binnacle.fxkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.binnacle.fxkit.sheet.Layer;
import org.binnacle.testkit.Screen;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("screen")
class SqlAreaTest {
  private SqlArea area;
  private Stage stage;

  @BeforeAll
  static void start() {
    Screen.start();
  }

  @BeforeEach
  void open() {
    area = Screen.get(SqlArea::reader);
    stage = Screen.show(() -> new Layer(area), 800, 400);
  }

  @AfterEach
  void close() {
    Screen.run(area::close);
    Screen.close(stage);
  }

  @Test
  void keywordsAndTextsAreColoured() {
    Screen.run(() -> area.show("SELECT 'a' FROM t"));
    Screen.until("coloured", () -> code().getStyleOfChar(0).contains("sql-keyword"));
    assertThat(Screen.get(() -> code().getStyleOfChar(8))).containsExactly("sql-text");
    assertThat(Screen.get(() -> code().getStyleOfChar(16))).isEmpty();
  }

  @Test
  void aStatementOfAMegabyteIsShownInPartAndGivenWhole() {
    String huge = "SELECT '" + "x".repeat(1 << 20) + "'";
    Screen.run(() -> area.show(huge));
    Screen.settle();
    assertThat(Screen.get(() -> area.text())).isEqualTo(huge);
    assertThat(Screen.get(() -> area.marked())).isEqualTo(huge);
    assertThat(Screen.get(() -> code().getLength())).isLessThan(SqlArea.MOST + SqlArea.MOST / 100);
    assertThat(Screen.get(() -> area.getBottom())).isNotNull();
  }

  @Test
  void theSameTextAgainKeepsTheSelection() {
    Screen.run(
        () -> {
          area.show("SELECT 1");
          area.select(0, 6);
          area.show("SELECT 1");
        });
    assertThat(Screen.get(() -> area.marked())).isEqualTo("SELECT");
  }

  private CodeArea code() {
    return (CodeArea) area.lookup(".code-area");
  }
}
