package org.binnacle.app.cli;

import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.state.vault.PasswordPrompt;

/// Puts the password of a server into the vault.
final class Passwords {
  private Passwords() {}

  static void keep(Call call, Server server) {
    try (Secret secret =
        given(call, server)
            .orElseThrow(
                () ->
                    new Fault(
                        CliFaults.NO_PASSWORD, server.user() + "@" + server.ref().address()))) {
      call.house().vault().keep(call.house().inventory().credential(server), secret);
    }
  }

  private static Optional<Secret> given(Call call, Server server) {
    String set = call.environment().get("BINNACLE_PASSWORD");
    return set != null
        ? Optional.of(new Secret(set.toCharArray()))
        : call.prompts()
            .ask(server, PasswordPrompt.What.ACCOUNT)
            .map(PasswordPrompt.Answer::secret);
  }
}
