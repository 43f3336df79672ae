package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `binnacle review` with what is typed behind it, keeping nothing.
record ReviewRuns(Path state) {
  static final String NO_KEY = "CREATE TABLE t (a int);\n";

  Run.Result review(Object... words) {
    var all = new ArrayList<String>(List.of("review", "--no-keep"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return Run.in(state).run(all.toArray(String[]::new));
  }

  /// Told in one line with a hint, and nothing else.
  static void refused(Run.Result run, String... words) {
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains(words).contains("hint: ").doesNotContain("Exception");
  }
}
