package org.binnacle.app.start;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Secret;
import org.binnacle.mysql.Server;
import org.binnacle.state.vault.MasterPrompt;
import org.binnacle.state.vault.PasswordPrompt;
import org.binnacle.state.vault.VaultFaults;

/// Asks for passwords in the window: for instances that the user opened, tested or discovers from,
/// never for one that is only watched. "Not now" holds until the user goes there again. For any
/// thread.
public final class WindowAsking implements PasswordPrompt {
  private final WindowQuestions questions = new WindowQuestions();
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private final Master master = new Master();
  private volatile String vault = "the vault";

  /// The window can be asked in.
  ///
  /// @param root of its scene
  /// @param vault what the vault is called
  public void stands(Node root, String vault) {
    this.vault = vault;
    questions.stands(root);
  }

  /// Nobody answers from now on.
  public void closed() {
    questions.closed();
  }

  /// The user goes to this instance: its password may be asked for.
  public void want(Server server) {
    left.remove(server.id());
    wanted.add(server.id());
    wantVault();
  }

  /// The user does something with the vault: its master password may be asked for again.
  public void wantVault() {
    master.declined = false;
  }

  public MasterPrompt master() {
    return master;
  }

  @Override
  public boolean asks(Server server) {
    if (left.contains(server.id())) {
      throw new Fault(VaultFaults.NOT_GIVEN, server.ref().name());
    }
    return wanted.contains(server.id());
  }

  @Override
  public Optional<Answer> ask(Server server, What what) {
    Optional<Answer> answer =
        questions.ask(given -> PasswordSheets.login(server, what, vault, given));
    if (answer.isEmpty()) {
      wanted.remove(server.id());
      left.add(server.id());
      throw new Fault(VaultFaults.NOT_GIVEN, server.ref().name());
    }
    return answer;
  }

  private final class Master implements MasterPrompt {
    private volatile boolean declined;
    private volatile Optional<Fault> fault = Optional.empty();

    @Override
    public Optional<Secret> ask(Why why) {
      if (declined) {
        return Optional.empty();
      }
      Optional<Fault> before = fault;
      fault = Optional.empty();
      Optional<Secret> answer = questions.ask(given -> PasswordSheets.master(why, before, given));
      declined = answer.isEmpty();
      return answer;
    }

    @Override
    public boolean again(Fault wrong) {
      fault = Optional.of(wrong);
      return !declined;
    }
  }
}
