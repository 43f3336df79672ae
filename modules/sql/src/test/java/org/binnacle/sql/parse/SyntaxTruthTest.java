package org.binnacle.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestSchema;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The verdict against real servers. With `-Dsyntax.corpus=DIR` (or the environment variable
/// SYNTAX_CORPUS) the `.sql` files of a folder are judged as well, and all disagreements are
/// printed.
@Tag("server")
class SyntaxTruthTest {

  @ParameterizedTest
  @EnumSource(names = {"MYSQL_8_0", "MYSQL_9"})
  void theVerdictIsTheServers(Distribution distribution) throws SQLException, IOException {
    var server = TestServers.shared(distribution);
    try (var schema = TestSchema.on(server);
        var truth = new Truth(schema.connect())) {
      Target target =
          Target.of(distribution == Distribution.MYSQL_9 ? "9.7.0" : "8.0.33", "DEFAULT")
              .orElseThrow();
      var statements = new ArrayList<>(Corpus.samples());
      var damaged = new ArrayList<>(Corpus.damaged(statements, 20, 7));
      List<String> made = Variations.statements(60, 9);
      statements.addAll(made);
      damaged.addAll(Corpus.damaged(made, 2, 10));
      String folder = System.getenv("SYNTAX_CORPUS");
      if (folder != null) {
        List<String> others = of(Path.of(folder));
        statements.addAll(others);
        damaged.addAll(Corpus.damaged(others, 2, 8));
      }
      var parser = new SqlParser(target);
      var written = new SyntaxFigures();
      written.judge(statements, parser, truth);
      var figures = new SyntaxFigures();
      figures.judge(statements, parser, truth);
      figures.judge(damaged, parser, truth);
      System.out.println(distribution + ", as people write: " + written);
      System.out.println(distribution + ", with damaged ones: " + figures);
      if (folder != null || System.getenv("SYNTAX_ALL") != null) {
        figures.falseErrors.forEach(one -> System.out.println("FALSE  " + one));
        figures.missed.forEach(one -> System.out.println("MISSED " + one));
        figures.misplaced.forEach(one -> System.out.println("PLACE  " + one));
      }
      assertThat(written.acceptance()).as("%s", written).isGreaterThanOrEqualTo(98);
      // Damage leaves a few texts that servers take and nobody writes.
      assertThat(figures.acceptance()).as("%s", figures).isGreaterThanOrEqualTo(97);
      assertThat(figures.acceptanceOfInvalid()).as("%s", figures).isLessThanOrEqualTo(9);
      assertThat(figures.positions()).as("%s", figures).isGreaterThanOrEqualTo(90);
    }
  }

  private static List<String> of(Path folder) throws IOException {
    var all = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        all.addAll(Corpus.statements(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
      }
    }
    return all.stream().distinct().filter(s -> s.length() < 20_000).toList();
  }
}
