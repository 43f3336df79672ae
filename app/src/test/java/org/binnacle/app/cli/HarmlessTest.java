package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class HarmlessTest {

  @Test
  void escapeSequencesBecomeVisible() {
    assertThat(Harmless.line("a\u001b[31mred\u0007\u009b2J\u007f"))
        .isEqualTo("a\\x1b[31mred\\x07\\x9b2J\\x7f");
  }

  @Test
  void aStatementOfManyLinesStaysOneRow() {
    assertThat(Harmless.line("SELECT 1,\r\n\t 2\n")).isEqualTo("SELECT 1, 2");
  }

  @Test
  void whatWeHaveLaidOutStaysIndentedAndOneLine() {
    assertThat(Harmless.laidOut("    │  a  b\n\tc\u001b")).isEqualTo("    │  a  b c\\x1b");
  }

  @Test
  void marksThatReverseTheReadingOrderBecomeVisible() {
    assertThat(Harmless.line("a\u202eb\u2066c\u200bd\ud800e"))
        .isEqualTo("a\\u202eb\\u2066c\\u200bd\\ud800e");
  }

  @Test
  void ordinaryTextOfAnyScriptStays() {
    assertThat(Harmless.line("Größe 表 😀 é")).isEqualTo("Größe 表 😀 é");
  }

  @Test
  void jsonHoldsNoCharacterThatATerminalObeysAndMeansTheSame() {
    String hostile = "a\u001b]0;title\u0007\u009b31m\u202e\n😀";
    String json = Json.of(java.util.Map.of("sql", hostile));
    assertThat(json.chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
    assertThat(new JsonMapper().readTree(json).get("sql").asString()).isEqualTo(hostile);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "表, 2", "e\u0301, 1", "😀, 2"})
  void widthsAreThoseOfATerminal(String text, int width) {
    assertThat(Cells.width(text)).isEqualTo(width);
  }

  @Test
  void cuttingNeverSplitsAWideCharacter() {
    assertThat(Cells.cut("表表表", 4)).isEqualTo("表…");
    assertThat(Cells.cut("abc", 3)).isEqualTo("abc");
  }
}
