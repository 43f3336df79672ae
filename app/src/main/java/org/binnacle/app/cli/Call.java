package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.house.House;
import org.binnacle.app.house.StateFolder;
import org.binnacle.kernel.Cancel;

/// One run of the program: its terminal, its environment, its options, and the house, opened when a
/// command first needs it.
public final class Call implements AutoCloseable {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Screens screens;
  private final Cancel cancel = new Cancel();
  private final Root root = new Root(this);
  private Optional<House> house = Optional.empty();

  Call(Terminal terminal, Map<String, String> environment, Screens screens) {
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
    this.screens = screens;
  }

  public Terminal terminal() {
    return terminal;
  }

  public Map<String, String> environment() {
    return environment;
  }

  /// Asked when the user stops the program.
  public Cancel cancel() {
    return cancel;
  }

  public boolean json() {
    return root.json;
  }

  public boolean debug() {
    return root.debug;
  }

  public Path stateFolder() {
    return StateFolder.of(Optional.ofNullable(root.state), environment);
  }

  Root root() {
    return root;
  }

  Screens screens() {
    return screens;
  }

  public synchronized House house() {
    if (house.isEmpty()) {
      house = Optional.of(House.open(stateFolder(), new CallSecrets(this), root.debug));
    }
    return house.get();
  }

  /// A line for people; nothing with `--json`, whose readers want one document.
  public void say(String text) {
    if (!json()) {
      terminal.out().println(Harmless.line(text));
    }
  }

  void print(Table table) {
    table.lines(terminal).forEach(terminal.out()::println);
  }

  /// One JSON document on one line.
  void document(Object document) {
    terminal.out().println(Json.of(document));
  }

  @Override
  public synchronized void close() {
    terminal.flushed();
    house.ifPresent(House::close);
    house = Optional.empty();
  }
}
