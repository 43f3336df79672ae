package org.binnacle.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.binnacle.app.house.Asking;
import org.binnacle.app.house.House;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Progress;
import org.binnacle.mysql.Server;
import org.binnacle.state.StateFolder;

/// One run of the program: its terminal, its environment, its options, and the house, opened when a
/// command first needs it.
public final class Call implements AutoCloseable {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Screens screens;
  private final Cancel cancel = new Cancel();
  private final Root root = new Root(this);
  private final CallPrompts prompts;
  private Optional<House> house = Optional.empty();

  Call(Terminal terminal, Map<String, String> environment, Screens screens) {
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
    this.screens = screens;
    this.prompts = new CallPrompts(terminal);
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

  /// Where state lies; makes nothing.
  public Path statePath() {
    return StateFolder.path(Optional.ofNullable(root.state), environment)
        .toAbsolutePath()
        .normalize();
  }

  Root root() {
    return root;
  }

  Screens screens() {
    return screens;
  }

  /// The house, which asks on the terminal where there is one.
  public House house() {
    return house(
        terminal.prompt().possible() ? new Asking(Optional.of(prompts), prompts) : Asking.nobody());
  }

  /// @param asking how the user is asked where the house is opened by this
  public synchronized House house(Asking asking) {
    if (house.isEmpty()) {
      var folder = StateFolder.at(statePath());
      house = Optional.of(House.open(folder, environment, asking, root.debug));
    }
    return house.get();
  }

  /// The server that an argument names; the house knows it from then on.
  Server target(String text) {
    Server server = house().inventory().target(text);
    house().fleet().visit(server);
    return server;
  }

  CallPrompts prompts() {
    return prompts;
  }

  /// Goes on only where somebody says yes.
  ///
  /// @param done what will then have been done: `removed`, `killed`
  /// @throws Fault with a code of {@link CliFaults}
  void agreed(String question, String done) {
    if (!terminal.prompt().possible()) {
      throw new Fault(CliFaults.NEEDS_YES, done);
    }
    terminal.flushed();
    String answer = terminal.prompt().line(Harmless.line(question) + " [y/N] ").orElse("");
    if (!answer.strip().equalsIgnoreCase("y") && !answer.strip().equalsIgnoreCase("yes")) {
      throw new Fault(CliFaults.DECLINED, done);
    }
  }

  /// A line on standard error about what is going on, whatever standard output is for.
  public void tell(String text) {
    Folded.of(Harmless.laidOut(text), terminal).forEach(terminal.err()::println);
    terminal.err().flush();
  }

  /// Tells how far long work is.
  public Progress progress() {
    return new CallProgress(this);
  }

  /// A line for people; nothing with `--json`, whose readers want one document.
  public void say(String text) {
    if (!json()) {
      Folded.of(Harmless.laidOut(text), terminal).forEach(terminal.out()::println);
    }
  }

  void print(Table table) {
    table.lines(terminal).forEach(terminal.out()::println);
  }

  /// One JSON document on one line.
  public void document(Object document) {
    terminal.out().println(Json.of(document));
  }

  @Override
  public synchronized void close() {
    terminal.flushed();
    house.ifPresent(House::close);
    house = Optional.empty();
  }
}
