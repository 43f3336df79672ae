package org.binnacle.explain.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
  @TempDir Path folder;

  private static List<Cell> row(int i) {
    return List.of(
        new Cell.Text(String.valueOf(i)),
        i % 3 == 0 ? Cell.NULL : new Cell.Text("name é " + i % 7),
        i % 5 == 0 ? Cell.MISSING : new Cell.Binary(new byte[] {(byte) i, 0, -1}));
  }

  @Test
  void rowsComeBackWhetherTheyLieInMemoryOrInTheFile() throws IOException {
    try (var spool = new Spool(folder, 10_000)) {
      for (int i = 0; i < 5_000; i++) {
        spool.append(row(i));
      }
      assertThat(spool.rows()).isEqualTo(5_000);
      assertThat(spool.onDiskBytes()).isPositive();
      for (int at : List.of(0, 1, 255, 256, 300, 2_500, 4_861, 4_999)) {
        List<List<Cell>> page = spool.page(at, 300);
        assertThat(page).hasSize(Math.min(300, 5_000 - at));
        for (int i = 0; i < page.size(); i++) {
          assertThat(page.get(i)).isEqualTo(row(at + i));
        }
      }
      assertThat(spool.page(5_000, 10)).isEmpty();
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void smallResultsTouchNoDisk() {
    try (var spool = new Spool(folder.resolve("none"), 1_000_000)) {
      for (int i = 0; i < 1_000; i++) {
        spool.append(row(i));
      }
      assertThat(spool.page(990, 100)).hasSize(10);
    }
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aClosedSpoolSaysSo() {
    var spool = new Spool(folder, 10);
    spool.close();
    assertThatThrownBy(() -> spool.append(row(1))).isInstanceOf(Fault.class);
  }

  @Test
  void aViewFiltersAndSorts() {
    var result = new Result(0, false, folder);
    var number = new Head("n", "", "", "", "INT", Head.Kind.NUMBER);
    var text = new Head("t", "", "", "", "VARCHAR", Head.Kind.TEXT);
    result.places(List.of(number, text), Head.own("instance"));
    for (String n : List.of("10", "9", "-2", "100")) {
      result.append(List.of(new Cell.Text(n), new Cell.Text("Row " + n)));
    }
    result.append(List.of(Cell.NULL, Cell.NULL));
    assertThat(shown(result.view("", OptionalInt.of(0), false, Cancel.never())))
        .containsExactly("NULL", "-2", "9", "10", "100");
    assertThat(shown(result.view("", OptionalInt.of(0), true, Cancel.never())))
        .containsExactly("100", "10", "9", "-2", "NULL");
    assertThat(shown(result.view("ROW 10", OptionalInt.empty(), false, Cancel.never())))
        .containsExactly("10", "100");
    assertThat(shown(result.view("row 1", OptionalInt.of(1), true, Cancel.never())))
        .containsExactly("100", "10");
    result.close();
  }

  private static List<String> shown(Rows rows) {
    return rows.page(0, 100).stream().map(row -> row.getFirst().shown()).toList();
  }
}
