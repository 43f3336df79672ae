package org.binnacle.diagnosis.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.diagnosis.Samples;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.Kind;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
  private static final List<Field> FEW =
      List.of(Field.ID, Field.USER, Field.TIME, Field.TRX, Field.SQL);

  private static String text(Rows.Format format, ProcessRow... rows) {
    return Rows.text(format, FEW, List.of(rows), Progress.silent(), new Cancel());
  }

  private static ProcessRow hostile(String sql) {
    return Samples.of(9, Kind.ACTIVE, "=cmd", "Query", "", 1_500_000, sql);
  }

  @Test
  void csvHasAHeaderWithUnitsAndEmptyCellsForWhatIsNotTold() {
    assertThat(text(Rows.Format.CSV, Samples.update(), Samples.sleeper(2)))
        .isEqualTo(
            """
            id,user,time_us,trx_us,sql\r
            4711,app,7200000,71000000,UPDATE stock SET qty=qty-1 WHERE id=7\r
            2,web,30000000,,\r
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1"})
  void aSpreadsheetMeetsNoFormula(String text) {
    assertThat(Csv.cell(text)).matches("(?s)\"?'.*");
  }

  @Test
  void quotesAndLinesStayInTheirCell() {
    assertThat(Csv.cell("a \"b\",\nc")).isEqualTo("\"a \"\"b\"\",\nc\"");
  }

  @Test
  void jsonIsReadBackAsItWas() {
    String sql = "SELECT '</script>', \"\\\" -- \u2028 \0";
    var read = new JsonMapper().readTree(text(Rows.Format.JSON, hostile(sql), Samples.update()));
    assertThat(read.get(0).get("sql").asString()).isEqualTo(sql);
    assertThat(read.get(0).get("trx_us").isNull()).isTrue();
    assertThat(read.get(1).get("trx_us").asLong()).isEqualTo(71_000_000);
    assertThat(new JsonMapper().readTree(text(Rows.Format.JSON)).size()).isZero();
  }

  @Test
  void markdownKeepsOneLineARow() {
    assertThat(text(Rows.Format.MARKDOWN, hostile("SELECT 1 | 2\nFROM `t` <b>")))
        .isEqualTo(
            """
            | id | user | time | trx | sql |
            | --: | --- | --: | --: | --- |
            | 9 | =cmd | 1.50 s |  | SELECT 1 \\| 2 FROM \\`t\\` &lt;b> |
            """);
  }
}
