package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
  @TempDir Path state;

  @Test
  void tellsItsVersion() {
    var run = Run.in(state).run("version");
    assertThat(run.exit()).isZero();
    assertThat(run.lines().getFirst()).matches("Binnacle [0-9]+\\.[0-9]+\\.[0-9]+");
    assertThat(Run.in(state).run("--version").out()).isEqualTo(run.out());
    assertThat(Run.in(state).run("version", "--json").json().get("version").asString())
        .matches("[0-9.]+");
  }

  @ParameterizedTest
  @CsvSource({
    "versoin, version",
    "flet, fleet",
    "sesions, sessions",
    "fleet lst, list",
    "fleet list --jsn, --json",
    "sessions x --wacth, --watch"
  })
  void offersTheNearestMatchOfATypingError(String line, String meant) {
    var run = Run.in(state).run(line.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().toList()).hasSize(2);
    assertThat(run.err()).startsWith("binnacle").contains("did you mean " + meant + "?");
    assertThat(run.err().lines().toList().get(1)).startsWith("  hint: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fleet",
        "fleet add",
        "fleet add one two three",
        "fleet edit x",
        "kill",
        "kill x notanumber",
        "kill x 1 --query --connection",
        "sessions",
        "sessions x --interval 99",
        "audit --since tomorrow",
        "audit --limit 0",
        "completion csh",
        "help nothing",
        "version extra",
        "--state"
      })
  void refusesWrongUsageWithOneLineAndAHint(String line) {
    var run = Run.in(state).run(line.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines().toList()).hasSize(2);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(run.err().lines().findFirst().orElseThrow())
        .as("the program's name stands once")
        .containsOnlyOnce("binnacle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explain | give one of --plan, --sql, --file, --connection, --history",
        "advise | give one of --sql, --file",
        "explain x --plan a --sql b | give only one of --plan, --sql",
        "advise x --schema y --sql z | give a server or --schema FILE, not both (a trial is asked for with --try)",
        "advise x --file empty --rows -1 | --rows takes 0 or more, --timeout 1 or more",
        "query x --sql y --limit -3 | --limit and --timeout take 0 or more",
        "explain x --connection seven | binnacle explain: --connection takes a whole number, not seven",
        "kill x 7 --wait-between soon | binnacle kill: --wait-between takes a number, not soon",
        "kill x 7 --wait-after 1 --wait-after 2 | --wait-after was given twice; give it once",
        "top-sql x --compare 2h..1h | --compare needs 2 values",
        "top-sql x --top | --top needs a value",
        "top-sql x --top --sample | --top needs a value",
        "board --once=soon | --once takes no value",
        "board --interval soon | binnacle board: --interval takes a whole number, not soon",
        "incident list --limit 0 | --limit takes 1 or more, not 0",
        "incident shw | binnacle incident: unknown command shw (did you mean show?)",
        "kill x 7 --quer | binnacle kill: unknown option --quer (did you mean --query?)",
        "capture x --out report.pdf | a file ends in .html, .json or .md, not so: report.pdf",
        "capture x --mask | --mask is for the file of --out; what is kept here stays whole",
        "capture x --times 2 | --cycles, --cool-down, --release and --times go with --when",
        "capture x --when Threads_running>1 --cycles 0 | --cycles takes 1 or more, not 0",
        "record x --for soon | --for takes a time such as 90s, 10m, 2h, not soon",
        "record x --for 2d | --for takes 1s to 24h, not 2d",
        "record x --for 10s --every 10s | --every takes 1s or more, and less than --for, not 10s",
        "record x --size 0 | --size takes 1 to 2000, not 0",
        "incident import pom.xml | neither a web page of ours nor a JSON document.",
        "incident compare a.html b.html | a.html: there is no such file.",
        "review pom.xml --max-plans -1 | --max-plans takes 0 to 100000, not -1"
      })
  void saysInOurWordsWhatContradictsOrIsMissing(String line, String words) {
    var run = Run.in(state).run(line.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines().findFirst().orElse("")).endsWith(words);
  }

  @Test
  void tellsErrorsAsJsonWhereJsonIsWanted() {
    var run = Run.in(state).run("sessions", "nobody", "--json");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorJson().get("code").asString()).isEqualTo("inventory.target-unknown");
    assertThat(run.errorJson().get("exit").asInt()).isEqualTo(2);
    assertThat(run.errorJson().get("hint").asString()).isNotEmpty();
    var wrong = Run.in(state).run("fleet", "list", "--oops", "--json");
    assertThat(wrong.errorJson().get("code").asString()).isEqualTo("cli.unknown-option");
  }

  @Test
  void showsATraceOnlyWithDebug() {
    assertThat(Run.in(state).run("sessions", "nobody").err()).doesNotContain("\tat ");
    assertThat(Run.in(state).run("sessions", "nobody", "--debug").err()).contains("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "fleet --help", "fleet add --help", "kill -h", "help fleet add"})
  void showsHelpWithoutOpeningAnything(String line) {
    var run = Run.in(state).run(line.split(" ", -1));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Usage: binnacle").doesNotContain("${");
    assertThat(state).isEmptyDirectory();
  }

  @Test
  void opensTheWindowWithoutArgumentsAndForSqlFiles() throws Exception {
    Path script = Files.writeString(state.resolve("change.sql"), "SELECT 1");
    var opened = new ArrayList<List<Path>>();
    var screens =
        new Screens() {
          @Override
          public int window(Call call, List<Path> files) {
            opened.add(files);
            return 0;
          }

          @Override
          public int demo(Call call, boolean headless, Optional<Path> tour) {
            opened.add(List.of(Path.of("demo")));
            return 0;
          }
        };
    assertThat(Run.in(state).with(screens).run().exit()).isZero();
    assertThat(Run.in(state).with(screens).run(script.toString()).exit()).isZero();
    assertThat(Run.in(state).with(screens).run("demo").exit()).isZero();
    assertThat(opened).containsExactly(List.of(), List.of(script), List.of(Path.of("demo")));
    assertThat(Run.in(state).with(screens).run("missing.sql").exit()).isEqualTo(2);
  }
}
