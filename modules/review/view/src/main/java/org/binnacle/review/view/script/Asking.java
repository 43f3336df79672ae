package org.binnacle.review.view.script;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.task.Task;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Progress;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.ReviewOptions;
import org.binnacle.review.view.Kit;
import org.binnacle.review.view.Servers;
import org.binnacle.review.view.server.Answers;
import org.binnacle.review.view.server.On;
import org.binnacle.review.view.server.Opening;
import org.binnacle.review.view.server.ServerSheet;
import org.binnacle.review.view.server.SourceSheet;
import org.jspecify.annotations.Nullable;

/// The journey of a review that asks a server: which one, a question before one that takes writes,
/// the run as a task, its answers or what stood in the way. A server is asked when somebody wants
/// it, never because something was typed.
final class Asking implements AutoCloseable {
  private final Kit kit;
  private final Node anywhere;
  private final MessageBar message;
  private final Hands hands;
  private final Questions looking = new Questions("source for a review");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private Optional<On> on = Optional.empty();
  private String of = "";
  private String agreed = "";
  private @Nullable Task running;
  private boolean closed;

  /// What it asks of its panel.
  interface Hands {
    /// What is asked about; empty where there is no text.
    Optional<Question> question();

    ReviewOptions options();

    /// The review of a folder asks for itself; tells whether it is one.
    boolean folder(Opening opening);

    /// Another server is chosen, or none.
    void chosen();

    /// What was told from now on; nothing where nobody is asked any more.
    void answers(Optional<Answers> told);
  }

  Asking(Kit kit, Node anywhere, MessageBar message, Hands hands) {
    this.kit = kit;
    this.anywhere = anywhere;
    this.message = message;
    this.hands = hands;
  }

  /// Remembers for another file or folder.
  ///
  /// @param name its path, or the id of a draft
  void of(String name) {
    FxThread.check();
    if (!of.equals(name)) {
      of = name;
      stop();
      on = On.read(kit.settings(), name);
      hands.answers(Optional.empty());
      hands.chosen();
    }
  }

  /// A draft became a file: what was chosen for it stays.
  void renamed(String name) {
    FxThread.check();
    On.keep(kit.settings(), of, Optional.empty());
    of = name;
    On.keep(kit.settings(), of, on);
  }

  /// What is chosen.
  Optional<On> on() {
    return on;
  }

  /// What goes on; empty while nobody is asked.
  ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /// Lets the user choose.
  void choose() {
    FxThread.check();
    ServerSheet.open(
        anywhere,
        kit,
        on,
        (wanted, server) -> {
          set(Optional.of(wanted));
          agreed(server, () -> run(Optional.of(server), true));
        });
  }

  void none() {
    FxThread.check();
    stop();
    set(Optional.empty());
    hands.answers(Optional.empty());
  }

  private void set(Optional<On> other) {
    if (!other.equals(on)) {
      agreed = "";
    }
    on = other;
    On.keep(kit.settings(), of, other);
    hands.chosen();
  }

  /// Asks the server that is chosen; where none is, lets the user choose.
  void again() {
    FxThread.check();
    if (on.isEmpty()) {
      choose();
    } else {
      run(Optional.empty(), false);
    }
  }

  /// Goes on where the server takes no writes or the user agrees.
  private void agreed(Servers.Picked server, Runnable then) {
    if (!server.takesWrites()) {
      then.run();
      return;
    }
    SourceSheet.open(
        anywhere,
        server,
        () -> {
          agreed = server.instance().id();
          then.run();
          if (server.instance().safety() == Safety.STRICT) {
            agreed = ""; // the next run is agreed to anew
          }
        });
  }

  private void run(Optional<Servers.Picked> picked, boolean lagging) {
    stop();
    message.clear();
    var opening = new Opening(kit.servers(), on.orElseThrow(), picked, agreed, lagging);
    if (hands.folder(opening)) {
      return;
    }
    Optional<Question> question = hands.question();
    if (question.isEmpty()) {
      message.show(Severity.NOTICE, "There is no text to ask about.");
      return;
    }
    ReviewOptions options = hands.options();
    Consumer<String> told = FxThread.latest(this::at);
    words.set("asking " + opening.on().target());
    Task[] own = new Task[1];
    own[0] =
        kit.tasks()
            .start(
                "Review and ask " + opening.on().target(),
                (progress, cancel) ->
                    ask(opening, question.get(), options, both(progress, told), cancel),
                outcome -> ended(own[0], outcome));
    running = own[0];
  }

  private static Progress both(Progress progress, Consumer<String> told) {
    return (what, done, total) -> {
      progress.at(what, done, total);
      told.accept(what);
    };
  }

  private static Answers ask(
      Opening opening, Question question, ReviewOptions options, Progress progress, Cancel cancel) {
    progress.at("looking for the server", 0, -1);
    Answers answers = opening.open(cancel);
    try (var memory = answers.memory()) {
      Reviewing.ask(question, options, answers, progress, cancel);
      return new Answers(answers.instance(), memory, answers.on());
    }
  }

  private void at(String what) {
    if (running != null && on.isPresent()) {
      words.set("asking " + on.get().target() + ": " + what);
    }
  }

  private void ended(@Nullable Task task, Outcome<Answers> outcome) {
    if (closed || task == null || !task.equals(running)) {
      return;
    }
    running = null;
    words.set("");
    switch (outcome) {
      case Outcome.Ok<Answers> ok -> hands.answers(Optional.of(ok.value()));
      case Outcome.Failed<Answers> failed -> failed(failed.fault());
    }
  }

  /// Tells what stood in the way, with the one thing to do about it.
  void failed(Fault why) {
    FxThread.check();
    if (why.code().equals(Fault.CANCELLED)) {
      return;
    }
    Words.Told told = kit.words().of(why);
    String text = told.happened() + (told.next().isEmpty() ? "" : "\n" + told.next());
    if (why.code().equals(ReviewFaults.NO_REPLICA)) {
      message.show(Severity.WARNING, text, "Ask the source…", this::source);
    } else if (why.code().equals(ReviewFaults.LAGS)) {
      message.show(
          Severity.WARNING, text, "Ask it all the same", () -> run(Optional.empty(), true));
    } else if (why.code().equals(ReviewFaults.NO_DATABASE)) {
      message.show(Severity.WARNING, text, "Say which database…", this::choose);
    } else if (why.code().kind() == FaultCode.Kind.BUG) {
      message.show(why, kit.words());
    } else {
      message.show(
          Severity.CRITICAL,
          text + "  [" + told.code() + "]",
          "Choose another server…",
          this::choose);
    }
  }

  /// Looks for one that takes writes, and asks whether it may be asked.
  private void source() {
    String target = on.map(On::target).orElse("");
    looking.ask(
        () -> kit.servers().pick(target, true, new Cancel()),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Servers.Picked> ok ->
                agreed(ok.value(), () -> run(Optional.of(ok.value()), true));
            case Outcome.Failed<Servers.Picked> failed -> failed(failed.fault());
          }
        });
  }

  void stop() {
    FxThread.check();
    looking.drop();
    if (running != null) {
      running.cancel().ask();
      running = null;
      words.set("");
    }
  }

  @Override
  public void close() {
    stop();
    closed = true;
    looking.close();
  }
}
