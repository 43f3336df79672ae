package org.binnacle.state.vault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.binnacle.inventory.Vault;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Secrets;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.Tunnel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds passwords in the order of how explicit they are: `BINNACLE_PASSWORD` (said for this very
/// command; accounts only, never tunnels), the vault, the prompt. What was typed is remembered
/// until the program ends, so that a reconnect does not ask again.
public final class VaultSecrets implements Secrets {
  private static final Logger LOG = LoggerFactory.getLogger(VaultSecrets.class);
  private final Vault vault;
  private final Function<Server, String> reference;
  private final Map<String, String> environment;
  private final Optional<PasswordPrompt> prompt;
  private final MemoryVault typed = new MemoryVault();
  private final Set<String> wrong = ConcurrentHashMap.newKeySet();

  /// @param reference such as {@link org.binnacle.inventory.Inventory#credential}
  /// @param prompt empty where nobody can be asked
  public VaultSecrets(
      Vault vault,
      Function<Server, String> reference,
      Map<String, String> environment,
      Optional<PasswordPrompt> prompt) {
    this.vault = vault;
    this.reference = reference;
    this.environment = Map.copyOf(environment);
    this.prompt = prompt;
  }

  @Override
  public Optional<Secret> password(Server server) {
    String given = environment.get("BINNACLE_PASSWORD");
    if (given != null) {
      return Optional.of(new Secret(given.toCharArray()));
    }
    return find(server, reference.apply(server), PasswordPrompt.What.ACCOUNT);
  }

  @Override
  public Optional<Secret> tunnel(Server server) {
    return server
        .tunnel()
        .flatMap(tunnel -> find(server, tunnelReference(tunnel), PasswordPrompt.What.TUNNEL));
  }

  /// To be told after a login was refused: the next connect asks anew, where somebody can be asked,
  /// instead of sending the same password again.
  public void refused(Server server) {
    refused(reference.apply(server));
    server.tunnel().ifPresent(tunnel -> refused(tunnelReference(tunnel)));
  }

  private void refused(String name) {
    typed.forget(name);
    wrong.add(name);
  }

  /// Under which reference the vault keeps a tunnel's password or pass phrase.
  public static String tunnelReference(Tunnel tunnel) {
    return "ssh:" + tunnel.user() + "@" + tunnel.host() + ":" + tunnel.port();
  }

  private Optional<Secret> find(Server server, String name, PasswordPrompt.What what) {
    Optional<Secret> known = typed.find(name);
    if (known.isEmpty() && (prompt.isEmpty() || !wrong.contains(name))) {
      known = kept(server, name);
    }
    if (known.isPresent() || !asks(server)) {
      return known;
    }
    return ask(server, name, what);
  }

  private boolean asks(Server server) {
    return prompt.isPresent() && prompt.get().asks(server);
  }

  // One at a time: a fleet that connects at once must not open a dialog for each server together.
  private synchronized Optional<Secret> ask(Server server, String name, PasswordPrompt.What what) {
    Optional<Secret> meanwhile = typed.find(name);
    if (meanwhile.isPresent() || !asks(server)) {
      return meanwhile;
    }
    Optional<PasswordPrompt.Answer> answer = prompt.orElseThrow().ask(server, what);
    answer.ifPresent(
        given -> {
          wrong.remove(name);
          typed.keep(name, given.secret());
          if (given.keep()) {
            vault.keep(name, given.secret());
          }
        });
    return answer.map(PasswordPrompt.Answer::secret);
  }

  /// A locked vault is no reason to fail where the user can be asked for the password itself.
  private Optional<Secret> kept(Server server, String name) {
    try {
      return vault.find(name);
    } catch (Fault fault) {
      if (!asks(server)) {
        throw fault;
      }
      LOG.info("the vault does not open ({}); asking for the password", fault.code().id());
      return Optional.empty();
    }
  }
}
