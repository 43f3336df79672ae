package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.binnacle.app.cli.ReviewRuns.NO_KEY;
import static org.binnacle.app.cli.ReviewRuns.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle review` as a step of CI meets it: good files, and all that can be wrong with files and
/// settings.
final class ReviewCommandTest {
  private static final String CLEAN =
      "CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);\n";
  @TempDir Path state;
  @TempDir Path work;

  private Run.Result review(Object... words) {
    return new ReviewRuns(state).review(words);
  }

  private Path file(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void exitCodesSayWhatWasFound() throws IOException {
    Path bad = file("bad.sql", NO_KEY);
    assertThat(review(file("clean.sql", "SELECT 1;")).exit()).isZero();
    assertThat(review(bad).exit()).isEqualTo(1);
    assertThat(review(bad).out()).contains(bad + ":1:", "error table.require-pk");
    assertThat(review(bad, "--rules", file("off.yaml", "only: true")).exit()).isZero();
    Path soft = file("soft.yaml", "only: true\nrules: {table.require-pk: notice}");
    assertThat(review(bad, "--rules", soft).exit()).isZero();
    assertThat(review(bad, "--rules", soft, "--fail-on", "notice").exit()).isEqualTo(1);
  }

  @Test
  void wrongUsageIsRefusedInOneLine() throws IOException {
    Path good = file("a.sql", CLEAN);
    refused(review(), "name files");
    refused(review(good, "--format", "xml"), "--format takes");
    refused(review(good, "--fail-on", "fatal"), "--fail-on takes");
    refused(review(good, "--server-version", "eight"), "eight");
    refused(review(good, "--dry-run"), "--fix");
    refused(review("--explain-rule", "table.require-pkk"), "table.require-pk?");
  }

  @Test
  void ruleSetsThatAreMissingOrWrongAreRefused() throws IOException {
    Path good = file("a.sql", CLEAN);
    refused(review(good, "--rules", "strct"), "did you mean strict?");
    refused(review(good, "--rules", work.resolve("none.yaml")), "none.yaml");
    refused(
        review(good, "--rules", file("r.yaml", "rules: {table.enginee: off}")),
        "did you mean table.engine?");
    refused(review(good, "--rules", file("r.toml", "[rules\n\"table.engine\" = 1")), "r.toml");
    refused(
        review(good, "--rules", file("p.toml", "[rule.\"column.varchar-max\"]\nmaxx = 5")),
        "p.toml");
    refused(review(good, "--rules", file("ring.yaml", "extends: ring.yaml")), "ring");
    refused(review(good, "--baseline", file("b.json", "[]")), "b.json");
    refused(review(good, "--schema", file("s.sql", "SELECT 1;")), "no DDL");
    refused(review(good, "--snapshot", file("s.json", "{}")), "no snapshot");
  }

  @Test
  void filesThatAreMissingBinaryOrUnreadableAreRefused() throws IOException {
    refused(review(work.resolve("none.sql")), "none.sql");
    Path binary = Files.write(work.resolve("x.sql"), new byte[] {'S', 0, 1, 2});
    refused(review(binary), "no text");
    Files.writeString(work.resolve("y.sql"), CLEAN);
    var folder = review(work);
    assertThat(folder.exit()).isZero();
    assertThat(folder.err()).contains("left out, it is no text: " + binary);
    assertThat(folder.out()).startsWith("1 file");
  }

  @Test
  void aFolderWithoutScriptsIsSaid() throws IOException {
    file("readme.txt", "x");
    var run = review(work);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("no .sql file in " + work);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatCannotBeReadIsNotPassedOver() {
    // Reading it fails for everybody, root too.
    refused(review("/proc/self/mem"), "/proc/self/mem");
  }

  @Test
  void aFileThatDoesNotFitIntoMemoryIsRefusedBeforeItIsRead() throws IOException {
    Path huge = work.resolve("huge.sql");
    try (var out = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      out.setLength(Runtime.getRuntime().maxMemory());
    }
    refused(review(huge), "huge.sql", "memory");
  }

  @Test
  void fixesKeepHowAFileIsWritten() throws IOException {
    String script = "-- \u00DCber\r\nCREATE TABLE t (id int(11) PRIMARY KEY);\r\n";
    for (var charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      String mark = charset.name().startsWith("UTF-16") ? "\uFEFF" : "";
      Path file = Files.write(work.resolve("f.sql"), (mark + script).getBytes(charset));
      var run = review(file, "--fix");
      assertThat(run.err()).as("%s", charset).contains("fixed " + file);
      assertThat(Files.readAllBytes(file))
          .as("%s", charset)
          .isEqualTo((mark + script.replace("int(11)", "int")).getBytes(charset));
    }
  }

  @Test
  void aDryRunPrintsADiffAndChangesNothing() throws IOException {
    String script = "CREATE TABLE t (\n  id int(11) PRIMARY KEY\n);\n";
    Path file = file("f.sql", script);
    var run = review(file, "--fix", "--dry-run");
    assertThat(run.out())
        .startsWith("--- " + file + "\n+++ " + file + "\n@@ -1,3 +1,3 @@\n")
        .contains("\n-  id int(11) PRIMARY KEY\n+  id int PRIMARY KEY\n");
    assertThat(run.err()).contains("would fix " + file + ":2: ");
    assertThat(file).hasContent(script);
  }

  @Test
  void aBaselineHidesWhatWasThereAndNotWhatIsNew() throws IOException {
    Path file = file("f.sql", NO_KEY);
    Path baseline = work.resolve("base.json");
    assertThat(review(file, "--write-baseline", baseline).exit()).isZero();
    assertThat(review(file, "--baseline", baseline).exit()).isZero();
    Files.writeString(file, "\n\n" + NO_KEY + "CREATE TABLE other (a int);\n");
    var run = review(file, "--baseline", baseline);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains(":4:").doesNotContain(":3:");
  }

  @Test
  void theSchemaOfTheJsonIsPrinted() {
    var run = review("--print-schema");
    assertThat(run.exit()).isZero();
    assertThat(run.json().get("title").asString()).contains("--format json");
    assertThat(run.json().get("properties").has("files")).isTrue();
  }

  @Test
  void anEmptyFileHasNoFindings() throws IOException {
    var run = review(file("empty.sql", ""));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("1 file, 0 statements");
  }

  @Test
  void aWrongBaselineIsRefusedBeforeAnythingIsReviewed() throws IOException {
    refused(review(work.resolve("none.sql"), "--baseline", work.resolve("none.json")), "none.json");
  }

  @Test
  void everyFormatIsWrittenToItsFile() throws IOException {
    Path file = file("f.sql", NO_KEY);
    for (String format : List.of("json", "sarif", "html", "markdown", "csv", "junit", "github")) {
      Path out = work.resolve("out." + format);
      var run = review(file, "--format", format, "--out", out);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("1 error");
      assertThat(out).content().contains("table.require-pk");
    }
    var nowhere = review(file, "--out", work.resolve("no/such/folder/out.txt"));
    assertThat(nowhere.err()).contains("cannot write");
  }
}
