package org.binnacle.explain.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Excel's limits make of a result.
final class XlsxSinkTest {
  private static final int EXCEL = 1_048_576;

  @TempDir Path folder;

  @Test
  void moreRowsThanASheetHoldsGoOnInAFurtherSheetWithItsHeads() throws Exception {
    Path file = folder.resolve("many.xlsx");
    try (RowSink sink = ExportForm.XLSX.to(Files.newOutputStream(file), true)) {
      sink.begin("statement 1", List.of(Head.own("n")));
      for (int i = 0; i < EXCEL + 1; i++) {
        sink.row(List.of(new Cell.Text(i < EXCEL - 1 ? "a" : "last " + i)));
      }
      sink.end();
    }
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("xl/worksheets/sheet3.xml")).isNull();
      String second = text(zip, "xl/worksheets/sheet2.xml");
      assertThat(second).contains(">n<", "last 1048575", "last 1048576").doesNotContain(">a<");
      assertThat(second.split("<row ", -1)).hasSize(4);
      assertThat(rows(zip, "xl/worksheets/sheet1.xml")).isEqualTo(EXCEL);
      assertThat(text(zip, "xl/workbook.xml")).contains("1 statement 1", "2 statement 1");
    }
  }

  private static String text(ZipFile zip, String entry) throws Exception {
    return new String(
        zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long rows(ZipFile zip, String entry) throws Exception {
    long rows = 0;
    int seen = 0;
    byte[] wanted = "<row ".getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        for (int i = 0; i < n; i++) {
          seen = block[i] == wanted[seen] ? seen + 1 : block[i] == wanted[0] ? 1 : 0;
          if (seen == wanted.length) {
            rows++;
            seen = 0;
          }
        }
      }
    }
    return rows;
  }
}
