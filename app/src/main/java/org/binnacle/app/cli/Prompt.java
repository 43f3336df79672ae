package org.binnacle.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import org.binnacle.mysql.Secret;

/// Somebody who can be asked. Empty answers mean that there is nobody, or that the input ended.
public interface Prompt {

  boolean possible();

  Optional<String> line(String question);

  /// Reads without echo.
  Optional<Secret> secret(String question);

  /// The console of this process, or its controlling terminal where only the output is redirected.
  static Prompt ofProcess() {
    return console().<Prompt>map(OfConsole::new).orElseGet(TtyPrompt::orNobody);
  }

  /// The console, where both input and output are a terminal.
  static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /// The console of the process.
  record OfConsole(Console console) implements Prompt {
    @Override
    public boolean possible() {
      return true;
    }

    @Override
    public Optional<String> line(String question) {
      PrintWriter writer = console.writer();
      writer.print(question);
      writer.flush();
      return Optional.ofNullable(console.readLine());
    }

    @Override
    public Optional<Secret> secret(String question) {
      PrintWriter writer = console.writer();
      writer.print(question);
      writer.flush();
      return Optional.ofNullable(console.readPassword())
          .map(
              typed -> {
                var secret = new Secret(typed);
                Arrays.fill(typed, '\0');
                return secret;
              });
    }
  }

  /// Nobody is there.
  record Nobody() implements Prompt {
    @Override
    public boolean possible() {
      return false;
    }

    @Override
    public Optional<String> line(String question) {
      return Optional.empty();
    }

    @Override
    public Optional<Secret> secret(String question) {
      return Optional.empty();
    }
  }
}
