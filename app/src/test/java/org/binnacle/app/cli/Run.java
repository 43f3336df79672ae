package org.binnacle.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.binnacle.mysql.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs command lines through the real way in, with captured streams and scripted answers.
final class Run {
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<String> answers = new ArrayDeque<>();
  private final StringWriter asked = new StringWriter();
  private boolean live;
  private boolean colours;
  private int columns = 100;
  private Screens screens = new NoScreens();

  /// What came of one command line.
  record Result(int exit, String out, String err) {
    JsonNode json() {
      return new JsonMapper().readTree(out);
    }

    JsonNode errorJson() {
      return new JsonMapper().readTree(err).get("error");
    }

    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Run in(Path state) {
    var run = new Run();
    run.environment.put("BINNACLE_STATE", state.toString());
    run.environment.put("BINNACLE_MASTER_PASSWORD", "a master password");
    return run;
  }

  Run with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Somebody sits in front of a terminal and will type these lines.
  Run answering(String... lines) {
    answers.addAll(List.of(lines));
    live = true;
    return this;
  }

  Run onTerminal(int width, boolean inColour) {
    live = true;
    columns = width;
    colours = inColour;
    return this;
  }

  Run with(Screens others) {
    screens = others;
    return this;
  }

  String asked() {
    return asked.toString();
  }

  Result run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = cli(out, err).run(arguments);
    return new Result(exit, out.toString(), err.toString());
  }

  Cli cli(StringWriter out, StringWriter err) {
    var terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), live, colours, new Size(), new Typed());
    return new Cli(terminal, environment, screens);
  }

  private final class Size implements Terminal.Size {
    @Override
    public int columns() {
      return columns;
    }

    @Override
    public int rows() {
      return 30;
    }
  }

  private final class Typed implements Prompt {
    @Override
    public boolean possible() {
      return live;
    }

    @Override
    public Optional<String> line(String question) {
      asked.write(question);
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<Secret> secret(String question) {
      return line(question).map(text -> new Secret(text.toCharArray()));
    }
  }

  private record NoScreens() implements Screens {
    @Override
    public int window(Call call, List<Path> files) {
      throw new AssertionError("a window was asked for");
    }

    @Override
    public int demo(Call call, boolean headless, Optional<Path> tour) {
      throw new AssertionError("a window was asked for");
    }
  }
}
