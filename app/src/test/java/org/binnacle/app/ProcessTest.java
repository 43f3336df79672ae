package org.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import org.binnacle.testkit.Distribution;
import org.binnacle.testkit.junit.TestServers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The program as a process of its own.
final class ProcessTest {
  @TempDir Path state;

  private ProcessBuilder program(List<String> java, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.binnacle.app.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("BINNACLE_STATE", state.toString());
    return builder;
  }

  @Test
  void aCommandLoadsNoJavaFx() throws Exception {
    Path loaded = state.resolve("classes.txt");
    var process =
        program(List.of("-Xlog:class+load:file=" + loaded), "fleet", "list", "--json").start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out.strip()).isEqualTo("{\"instances\":[]}");
    try (Stream<String> lines = Files.lines(loaded)) {
      assertThat(lines.filter(line -> line.contains(" javafx.") || line.contains("com.sun.javafx")))
          .isEmpty();
    }
  }

  @Test
  void theProgramIsNoJavaFxApplication() {
    assertThat(Application.class.isAssignableFrom(Main.class)).isFalse();
  }

  @Test
  void wrongUsageEndsWithTwoAndSpeaksOnStandardError() throws Exception {
    var process = program(List.of(), "flet").start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("did you mean fleet?");
  }

  @Test
  void aPlanIsReadFromStandardInput() throws Exception {
    Path plan =
        Files.writeString(
            state.resolve("plan"),
            "-> Filter: (ord.total > 90.00)  (cost=2912 rows=28879)\n    -> Table scan on ord  (cost=2912 rows=28879)\n");
    var process =
        program(List.of(), "explain", "--plan", "-", "--fail-on", "warning")
            .redirectInput(plan.toFile())
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Table scan on ord", "scan.table");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void standardInputThatHoldsNoPlanIsSaid() throws Exception {
    Path text = Files.writeString(state.resolve("text"), "ERROR 1146: no such table\n");
    var process = program(List.of(), "explain", "--plan", "-").redirectInput(text.toFile()).start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("standard input");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void aScriptIsReviewedFromStandardInput() throws Exception {
    Path script = Files.writeString(state.resolve("a.sql"), "SELECT 1;\nSELEC 2;\n");
    var process =
        program(List.of(), "review", "-", "--no-keep", "--format", "github")
            .redirectInput(script.toFile())
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("::error file=-,line=2,col=1");
    assertThat(process.waitFor()).isEqualTo(1);
    Path binary = Files.write(state.resolve("b.sql"), new byte[] {0, 1, 2, 3});
    var refused =
        program(List.of(), "review", "-", "--no-keep").redirectInput(binary.toFile()).start();
    assertThat(new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("no text", "hint: ");
    assertThat(refused.waitFor()).isEqualTo(2);
  }

  @Test
  void aDumpOf20MegabytesIsReviewedWithin512OfHeap() throws Exception {
    var dump = new StringBuilder();
    for (int table = 0; dump.length() < 20_000_000; table++) {
      dump.append("CREATE TABLE t").append(table).append(" (id int PRIMARY KEY, a varchar(50));\n");
      dump.append("INSERT INTO t").append(table).append(" (id, a) VALUES (0,'it''s')");
      for (int row = 1; row < 40_000; row++) {
        dump.append(",(").append(row).append(",'row ").append(row).append("; of many')");
      }
      dump.append(";\n");
    }
    Path file = Files.writeString(state.resolve("dump.sql"), dump);
    Path errors = state.resolve("errors.txt");
    var process =
        program(List.of("-Xmx512m"), "review", file.toString(), "--no-keep")
            .redirectError(errors.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isBetween(0, 1);
    assertThat(out).contains("1 file, ").doesNotContain("syntax.");
    assertThat(Files.readString(errors)).isEmpty();
  }

  @Test
  @Tag("server")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anInterruptEndsAWatchCleanlyWith130() throws Exception {
    assertThat(endedBy("INT")).isEqualTo(130);
    assertThat(endedBy("TERM")).isEqualTo(130);
  }

  @Test
  @Tag("server")
  void whoStopsReadingEndsAWatchInSilence() throws Exception {
    var server = TestServers.shared(Distribution.MYSQL_8_0);
    for (String command : List.of("sessions", "locks", "transactions")) {
      var builder =
          program(
              List.of(),
              command,
              "mysql://" + server.user() + "@" + server.host() + ":" + server.port(),
              "--watch",
              "--json");
      builder.environment().put("BINNACLE_PASSWORD", server.password());
      Path errors = state.resolve(command + ".txt");
      var process = builder.redirectError(errors.toFile()).start();
      try {
        try (var reader = process.inputReader()) {
          assertThat(reader.readLine()).as(Files.readString(errors)).startsWith("{");
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as(command).isZero();
        assertThat(Files.readString(errors)).isEmpty();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private int endedBy(String signal) throws IOException, InterruptedException {
    var server = TestServers.shared(Distribution.MYSQL_8_0);
    var builder =
        program(
            List.of(),
            "sessions",
            "mysql://" + server.user() + "@" + server.host() + ":" + server.port(),
            "--watch",
            "--json");
    if (interruptsAreIgnored()) {
      builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    }
    builder.environment().put("BINNACLE_PASSWORD", server.password());
    Path errors = state.resolve("errors.txt");
    var process = builder.redirectError(errors.toFile()).start();
    try (var reader = process.inputReader()) {
      assertThat(reader.readLine()).as(Files.readString(errors)).contains("\"sessions\"");
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(errors)).isEmpty();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /// A shell without job control starts what runs in its background with SIGINT ignored; children
  /// inherit that, and a JVM then leaves the signal alone.
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> line.substring("SigIgn:".length()).strip())
        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 1 << (2 - 1)) != 0);
  }
}
