package org.binnacle.app.cli;

import java.util.Optional;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;

/// Passwords that the vault does not know: BINNACLE_PASSWORD, else a question without echo.
final class CallSecrets implements Secrets {
  private final Call call;

  CallSecrets(Call call) {
    this.call = call;
  }

  @Override
  public Optional<Secret> password(Server server) {
    String set = call.environment().get("BINNACLE_PASSWORD");
    return set != null
        ? Optional.of(new Secret(set.toCharArray()))
        : asked("Password of " + server.user() + "@" + server.ref().address() + ": ");
  }

  @Override
  public Optional<Secret> tunnel(Server server) {
    return server
        .tunnel()
        .flatMap(tunnel -> asked("Pass phrase for " + tunnel.user() + "@" + tunnel.host() + ": "));
  }

  private Optional<Secret> asked(String question) {
    if (!call.terminal().prompt().possible()) {
      return Optional.empty();
    }
    return call.terminal().prompt().secret(Harmless.line(question) + " ");
  }
}
