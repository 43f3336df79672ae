package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `binnacle explain` on plans in files.
final class ExplainCommandTest {
  private static final String SCAN =
      """
      -> Filter: (ord.total > 90.00)  (cost=2912 rows=28879)
          -> Table scan on ord  (cost=2912 rows=28879)
      """;
  private static final String LOOKUP =
      "-> Index lookup on ord using by_total (total=90)  (cost=1.2 rows=3)\n";

  @TempDir Path folder;

  @Test
  void tellsThePlanAndItsFindings() throws IOException {
    var run = run("explain", "--plan", file("scan", SCAN));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Table scan on ord", "WARNING  scan.table", "rows read 28,879");
  }

  @Test
  void failsAtTheAskedSeverityOnly() throws IOException {
    String scan = file("scan", SCAN);
    assertThat(run("explain", "--plan", scan, "--fail-on", "warning").exit()).isEqualTo(1);
    assertThat(run("explain", "--plan", scan, "--fail-on", "critical").exit()).isZero();
    assertThat(run("explain", "--plan", file("lookup", LOOKUP), "--fail-on", "notice").exit())
        .isZero();
  }

  @Test
  void comparesWithAnEarlierPlan() throws IOException {
    var run = run("explain", "--plan", file("lookup", LOOKUP), "--compare", file("scan", SCAN));
    assertThat(run.out())
        .contains(
            "changed: Table scan on ord -> Index lookup on ord using by_total", "removed: Filter");
  }

  @Test
  void plansThatShareNoStepAreToldToBeApart() throws IOException {
    String other = file("other", "-> Index lookup on c using k (k=1)  (cost=1 rows=2)\n");
    var run = run("explain", "--plan", file("lookup", LOOKUP), "--compare", other);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("note: the two plans share no step");
    assertThat(
            run("explain", "--plan", file("lookup", LOOKUP), "--compare", file("scan", SCAN)).err())
        .isEmpty();
  }

  @Test
  void speaksJsonHtmlAndMarkdown() throws IOException {
    String scan = file("scan", SCAN);
    assertThat(run("explain", "--plan", scan, "--json").json().get("plan").size()).isEqualTo(1);
    assertThat(run("explain", "--plan", scan, "--to", "html").out()).startsWith("<!DOCTYPE html>");
    assertThat(run("explain", "--plan", scan, "--to", "markdown").out()).startsWith("# Plan");
  }

  @Test
  void drawsThePlan() throws IOException {
    String scan = file("scan", SCAN);
    var svg = run("explain", "--plan", scan, "--to", "svg");
    assertThat(svg.exit()).isZero();
    assertThat(svg.out()).startsWith("<svg ").contains(">ord</text>", "Full table scan");
    String ground = "<rect width=\"100%\" height=\"100%\" fill=\"#";
    String dark = run("explain", "--plan", scan, "--to", "svg", "--flame", "--dark").out();
    assertThat(svg.out()).contains(ground + "ffffff");
    assertThat(dark).contains(ground).doesNotContain(ground + "ffffff");
    Path picture = folder.resolve("plan.png");
    var png = run("explain", "--plan", scan, "--out", picture.toString());
    assertThat(png.exit()).isZero();
    assertThat(png.out()).isEmpty();
    assertThat(png.err()).contains("Wrote " + picture);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(300);
    Path page = folder.resolve("plan.html");
    assertThat(run("explain", "--plan", scan, "--out", page.toString()).exit()).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>");
    assertThat(run("explain", "--plan", scan, "--to", "png").err()).contains("needs --out FILE");
    assertThat(run("explain", "--plan", scan, "--flame").exit()).isEqualTo(2);
    assertThat(run("explain", "--plan", scan, "--out", "/no/such/plan.svg").err())
        .contains("cannot write");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThat(run("explain").exit()).isEqualTo(2);
    assertThat(run("explain", "--plan", file("scan", SCAN), "--to", "pdf").err())
        .contains("tree, json, html, markdown, svg, png, not pdf");
    assertThat(run("explain", "--plan", file("scan", SCAN), "--fail-on", "bad").err())
        .contains("notice, warning, critical");
    assertThat(run("explain", "--plan", folder.resolve("none").toString()).err())
        .contains("cannot read");
    assertThat(run("explain", "--plan", file("text", "hello")).err()).contains("holds no plan");
  }

  private Run.Result run(String... arguments) {
    return Run.in(folder.resolve("state")).run(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
