package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.drawing.Drawing;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes reading, insights or mouths throw, hang or take the memory. The bound in time is
/// one that only a hang or a quadratic step can reach; that in memory is on what reading allocates.
final class HostileTextTest {
  private static final int TEN_MB = 10_000_000;
  private static final Duration HANG = Duration.ofMinutes(3);
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\n",
          "-> ",
          "    ",
          "(",
          ")",
          "(cost=",
          "rows=1e999",
          "\t",
          "|",
          "+---+\n",
          "\n",
          "\"table\": {",
          "\"nested_loop\": [",
          "\"inputs\": [",
          "\"operation\": \"",
          "NULL",
          "<derived2>",
          "*** 1. row ***",
          "EXPLAIN: ",
          "/* ",
          "*/",
          "\u0000",
          "\uD800",
          "(never executed)",
          "(actual time=..");

  /// A text that is made when it is its turn: only one of them is in memory.
  record Text(String name, Supplier<String> made) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void twenty_mutations_of_each_real_output() {
    var random = new Random(20261120);
    for (Samples.Sample sample : Samples.all()) {
      for (int i = 0; i < 20; i++) {
        String text = mutated(sample.text(), random);
        assertThatCode(() -> look(text))
            .as("%s, mutation %s: %s", sample, i, text)
            .doesNotThrowAnyException();
      }
    }
  }

  static Stream<Text> large() {
    String row = "1\tSIMPLE\tt\tNULL\tALL\tNULL\tNULL\tNULL\tNULL\t5000\t10.00\tUsing where\n";
    String table = "{\"table\": {\"table_name\": \"t\", \"access_type\": \"ALL\", \"rows\": 5}},";
    return Stream.of(
        new Text("open brackets", () -> "{\"a\":" + "[".repeat(TEN_MB)),
        new Text("open objects", () -> "{\"a\":".repeat(TEN_MB / 5)),
        new Text(
            "deep inputs",
            () -> "{\"operation\": \"Filter: x\", \"inputs\": [".repeat(TEN_MB / 40)),
        new Text("deep blocks", () -> "{\"query_block\": {\"nested_loop\": [".repeat(TEN_MB / 34)),
        new Text("many values", () -> "{\"query_block\": {\"x\": [" + "1,".repeat(TEN_MB / 2)),
        new Text(
            "many tables",
            () -> "{\"query_block\": {\"nested_loop\": [" + table.repeat(TEN_MB / table.length())),
        new Text("one string", () -> "{\"operation\": \"" + "x".repeat(TEN_MB)),
        new Text("rows of one block", () -> row.repeat(TEN_MB / row.length())),
        new Text(
            "rows of many blocks",
            () -> many("%1$d\tSUBQUERY\tt\tALL\tNULL\tNULL\tNULL\tNULL\t5\t\n")),
        new Text(
            "rows that refer to each other",
            () -> many("%1$d\tDERIVED\t<derived%1$d>\tALL\tNULL\tNULL\tNULL\tNULL\t5\t\n")),
        new Text("a deep tree", HostileTextTest::deep),
        new Text(
            "a wide tree",
            () -> "-> Append\n" + "    -> Table scan on t  (cost=1 rows=2)\n".repeat(TEN_MB / 40)),
        new Text(
            "projections",
            () ->
                "-> Table scan on t\n"
                    + "-> Select #2 (subquery in projection; dependent)\n".repeat(TEN_MB / 50)),
        new Text(
            "one long condition",
            () ->
                "-> Filter: ("
                    + "(t.a = 1) or ".repeat(TEN_MB / 13)
                    + "\n    -> Table scan on t  (cost=1 rows=5000)"),
        new Text("parentheses", () -> "-> " + "(".repeat(TEN_MB / 2) + ")".repeat(TEN_MB / 2)),
        new Text("blanks", () -> "-> Table scan on t" + " ".repeat(TEN_MB) + "x"),
        new Text("borders", () -> "+---+\n|".repeat(TEN_MB / 7)),
        new Text("escapes", () -> "-> x\\n    " + "\\n".repeat(TEN_MB / 2)),
        new Text("line ends", () -> "\n".repeat(TEN_MB)),
        new Text("no plan", () -> "select 1 from dual where ".repeat(TEN_MB / 25)));
  }

  @ParameterizedTest
  @MethodSource("large")
  void ten_megabytes_are_read_looked_at_and_told(Text it) {
    assertTimeoutPreemptively(HANG, () -> look(it.made().get()));
  }

  @Test
  void readingThatCopiesItsTextForEachLineIsSeenToAllocateTooMuch() {
    String text = "-> Table scan on t\n".repeat(5_000);
    assertThatThrownBy(
            () -> Allocation.bounded(text, () -> text.lines().mapToInt(line -> copied(text)).sum()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes allocated");
  }

  private static int copied(String text) {
    return text.toCharArray().length;
  }

  private static void look(String text) {
    Plan plan = Allocation.bounded(text, () -> PlanReading.read(text));
    for (PlanNode node : plan.nodes()) {
      assertThat(node.raw().end()).isLessThanOrEqualTo(text.length());
    }
    var findings = Insights.of(plan, Facts.NONE.withSql(text));
    var told = new Told(plan, findings, Optional.empty());
    for (Mouth mouth : Mouth.values()) {
      assertThat(mouth.tell(told)).isNotNull();
    }
    for (Drawing drawing : Drawing.values()) {
      assertThat(drawing.of(plan, findings).width()).isFinite();
    }
  }

  private static String deep() {
    var text = new StringBuilder();
    for (int level = 0; text.length() < TEN_MB; level++) {
      text.append("    ".repeat(level)).append("-> Filter: (a > 1)  (cost=1 rows=2)\n");
    }
    return text.toString();
  }

  private static String many(String row) {
    var text = new StringBuilder();
    for (int id = 1; text.length() < TEN_MB; id++) {
      text.append(row.formatted(id));
    }
    return text.toString();
  }

  /// A piece changes places with one of the same length.
  private static void swap(StringBuilder text, int from, int to, int other) {
    int length = Math.min(to - from, text.length() - other);
    for (int i = 0; i < length; i++) {
      char one = text.charAt(from + i);
      text.setCharAt(from + i, text.charAt(other + i));
      text.setCharAt(other + i, one);
    }
  }

  private static void swapLines(StringBuilder text, Random random) {
    String[] lines = text.toString().split("\n", -1);
    int one = random.nextInt(lines.length);
    int other = random.nextInt(lines.length);
    String kept = lines[one];
    lines[one] = lines[other];
    lines[other] = kept;
    text.setLength(0);
    text.append(String.join("\n", lines));
  }

  private static String mutated(String text, Random random) {
    var mutated = new StringBuilder(text);
    for (int i = 1 + random.nextInt(4); i > 0 && mutated.length() > 2; i--) {
      int at = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), at + random.nextInt(80));
      switch (random.nextInt(8)) {
        case 0 -> mutated.setLength(at);
        case 1 -> mutated.delete(at, to);
        case 2 -> mutated.insert(at, mutated.substring(at, to));
        case 3 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 5 -> swap(mutated, at, to, random.nextInt(mutated.length()));
        case 6 -> swapLines(mutated, random);
        case 4 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, to));
        default -> mutated.setCharAt(at, (char) random.nextInt(0x250));
      }
    }
    return mutated.toString();
  }
}
