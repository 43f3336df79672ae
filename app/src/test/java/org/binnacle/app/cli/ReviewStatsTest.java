package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviews by the command, and what its statistics make of them.
final class ReviewStatsTest {
  @TempDir Path state;
  @TempDir Path work;

  private Run.Result review(String script, String... more) throws Exception {
    Path file = Files.writeString(work.resolve("v1.sql"), script);
    var words = new java.util.ArrayList<>(java.util.List.of("review", file.toString()));
    words.addAll(java.util.List.of(more));
    return Run.in(state).run(words.toArray(String[]::new));
  }

  @Test
  void runsAreKeptAndCounted() throws Exception {
    String bad = "CREATE TABLE a (x int);\nDELETE FROM b;\n";
    review(bad, "--author", "Ann", "--project", "shop");
    review(bad, "--author", "Ann", "--project", "shop");
    review(
        "CREATE TABLE a (x int PRIMARY KEY);\nDELETE FROM b;\n",
        "--project",
        "shop",
        "--author",
        "Ann");

    var runs = Run.in(state).run("review-stats", "runs", "--json").json().get("runs");
    assertThat(runs.size()).isEqualTo(3);
    assertThat(runs.get(0).get("project").asString()).isEqualTo("shop");
    var top =
        Run.in(state).run("review-stats", "top-rules", "--json", "--rule", "table.require-pk");
    var rule = top.json().get("topRules").get(0);
    assertThat(rule.get("found").asInt()).isEqualTo(1);
    assertThat(rule.get("fixed").asInt()).isEqualTo(1);
    var trend = Run.in(state).run("review-stats", "trend", "--by", "author", "--csv");
    assertThat(trend.lines().getFirst())
        .isEqualTo("from,author,statements,found,errors,fixed,foundPerHundred");
    assertThat(trend.lines().get(1)).contains(",Ann,2,");
    var times = Run.in(state).run("review-stats", "time-to-fix");
    assertThat(times.out()).startsWith("RULE").contains("(all)", "table.require-pk");
    assertThat(Run.in(state).run("review-stats", "suppressions").err()).contains("suppressed");
    assertThat(Run.in(state).run("review-stats", "repeated").exit()).isZero();
  }

  @Test
  void whatIsNotToBeKeptIsNotKept() throws Exception {
    review("SELECT 1;", "--no-keep");
    assertThat(state).isEmptyDirectory();
    Path file = Files.writeString(work.resolve("v2.sql"), "SELECT 1;");
    assertThat(Run.in(state).with("CI", "true").run("review", file.toString()).exit()).isZero();
    assertThat(state).isEmptyDirectory();
    Run.in(state).with("CI", "true").run("review", file.toString(), "--keep");
    assertThat(Run.in(state).run("review-stats", "runs", "--json").json().get("runs").size())
        .isEqualTo(1);
  }

  @Test
  void aStateThatCannotBeWrittenDoesNotEndAReview() throws Exception {
    Path file = Files.writeString(work.resolve("v1.sql"), "CREATE TABLE b (x int);");
    Path noFolder = Files.writeString(work.resolve("state"), "a file");
    var run = Run.in(noFolder).run("review", file.toString(), "--fail-on", "warning");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("v1.sql:1:");
    assertThat(run.err().lines()).singleElement().asString().contains("not kept");
  }

  @Test
  void whatIsKeptCanBeForgotten() throws Exception {
    review("CREATE TABLE a (x int);", "--author", "Ann", "--project", "shop");
    assertThat(Run.in(state).run("review-stats", "forget").exit()).isEqualTo(2);
    assertThat(Run.in(state).run("review-stats", "forget", "--project", "shp", "--yes").exit())
        .isEqualTo(2);
    assertThat(Run.in(state).run("review-stats", "forget", "--authors").exit()).isEqualTo(4);
    assertThat(Run.in(state).run("review-stats", "forget", "--authors", "--yes").exit()).isZero();
    assertThat(Run.in(state).run("review-stats", "trend", "--by", "author").out())
        .doesNotContain("Ann");
    assertThat(Run.in(state).run("review-stats", "forget", "--project", "shop", "--yes").exit())
        .isZero();
    assertThat(Run.in(state).run("review-stats", "runs").out()).isEmpty();
  }
}
