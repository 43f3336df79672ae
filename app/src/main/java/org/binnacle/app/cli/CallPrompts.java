package org.binnacle.app.cli;

import java.util.Arrays;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.state.vault.MasterPrompt;
import org.binnacle.state.vault.PasswordPrompt;

/// The questions that only the user can answer, asked on the terminal without echo.
final class CallPrompts implements PasswordPrompt, MasterPrompt {
  private final Terminal terminal;

  CallPrompts(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Optional<Answer> ask(Server server, What what) {
    String question =
        switch (what) {
          case ACCOUNT -> "Password of " + server.user() + "@" + server.ref().address() + ":";
          case TUNNEL ->
              "Pass phrase or password for "
                  + server.tunnel().map(tunnel -> tunnel.user() + "@" + tunnel.host()).orElse("")
                  + ":";
        };
    return secret(question).map(secret -> new Answer(secret, false));
  }

  @Override
  public Optional<Secret> ask(Why why) {
    return switch (why) {
      case UNLOCK -> secret("Master password of the vault:");
      case FIRST -> first();
    };
  }

  /// Typed twice: a slip would lock everything away.
  private Optional<Secret> first() {
    var one = secret("New master password for the vault (8 characters at least):");
    if (one.isEmpty()) {
      return one;
    }
    try (Secret again = secret("Once more:").orElseGet(() -> new Secret(new char[0]))) {
      if (!Arrays.equals(one.get().reveal(), again.reveal())) {
        one.get().close();
        throw new Fault(CliFaults.MASTER_DIFFERS, "");
      }
    }
    return one;
  }

  Optional<Secret> secret(String question) {
    if (!terminal.prompt().possible()) {
      return Optional.empty();
    }
    terminal.flushed();
    return terminal.prompt().secret(Harmless.line(question) + " ");
  }
}
