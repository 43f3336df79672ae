package org.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {
  @TempDir Path state;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theScriptForBashIsValidAndKnowsEveryCommand() throws Exception {
    String script = Run.in(state).run("completion", "bash").out();
    assertThat(script).contains("fleet", "discover", "sessions", "kill", "--where");
    Path file = Files.writeString(state.resolve("completion.bash"), script);
    var bash = new ProcessBuilder("bash", "-n", file.toString()).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
  }

  @Test
  void theScriptForFishNamesEveryCommandAndOption() {
    String script = Run.in(state).run("completion", "fish").out();
    assertThat(script.lines()).allMatch(line -> line.startsWith("complete -c binnacle"));
    assertThat(script).contains("-a sessions", "-a discover", "-l confirm", "-l keep-password");
  }

  @Test
  void zshGetsTheScriptThatItsBashModeReads() {
    assertThat(Run.in(state).run("completion", "zsh").out()).contains("compinit");
  }
}
