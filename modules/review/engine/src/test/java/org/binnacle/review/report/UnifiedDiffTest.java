package org.binnacle.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {
  @TempDir Path folder;

  @Test
  void aChangeStandsBetweenThreeLinesOfContext() {
    String text = "1\n2\n3\n4\n5 int(11)\n6\n7\n8\n9\n";
    assertThat(UnifiedDiff.of("a.sql", text, List.of(new UnifiedDiff.Change(13, 17, ""))))
        .isEqualTo(
            "--- a.sql\n+++ a.sql\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5 int(11)\n+5 int\n 6\n 7\n 8\n");
  }

  @Test
  void nothingChangedIsNoDiff() {
    assertThat(UnifiedDiff.of("a.sql", "1\n", List.of())).isEmpty();
    assertThat(UnifiedDiff.of("a.sql", "1\n", List.of(new UnifiedDiff.Change(0, 1, "1"))))
        .isEmpty();
  }

  /// Truth is git: what it makes of the old text and the diff must be the new text.
  @Test
  void gitAppliesTheDiffsOfRandomChanges() throws Exception {
    var random = new Random(5);
    for (int round = 0; round < 40; round++) {
      String text = text(random, round);
      var changes = changes(random, text);
      var fresh = new StringBuilder();
      int at = 0;
      for (UnifiedDiff.Change change : changes) {
        fresh.append(text, at, change.start()).append(change.replacement());
        at = change.end();
      }
      fresh.append(text.substring(at));
      String diff = UnifiedDiff.of("a.sql", text, changes);
      if (fresh.toString().equals(text)) {
        assertThat(diff).isEmpty();
        continue;
      }
      Files.writeString(folder.resolve("a.sql"), text);
      Files.writeString(folder.resolve("a.diff"), diff);
      Process git =
          new ProcessBuilder("git", "apply", "-p0", "--whitespace=nowarn", "a.diff")
              .directory(folder.toFile())
              .inheritIO()
              .start();
      assertThat(git.waitFor()).as(diff).isZero();
      assertThat(Files.readString(folder.resolve("a.sql"))).isEqualTo(fresh.toString());
    }
  }

  private static String text(Random random, int round) {
    var text = new StringBuilder();
    int lines = 1 + random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      text.append("line ").append(random.nextInt(9)).append(round % 3 == 0 ? "\r\n" : "\n");
    }
    return round % 4 == 0 ? text + "last" : text.toString();
  }

  private static List<UnifiedDiff.Change> changes(Random random, String text) {
    var changes = new ArrayList<UnifiedDiff.Change>();
    int at = 0;
    while (true) {
      int start = at + random.nextInt(80);
      int end = start + random.nextInt(12);
      if (end > text.length() - 1) {
        return changes;
      }
      String[] pieces = {"", "x", "x\ny", "\n", "a\nb\nc\n"};
      changes.add(new UnifiedDiff.Change(start, end, pieces[random.nextInt(pieces.length)]));
      at = end + 1;
    }
  }
}
