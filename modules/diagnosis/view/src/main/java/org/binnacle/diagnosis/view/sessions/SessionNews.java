package org.binnacle.diagnosis.view.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.lock.Denied;
import org.binnacle.diagnosis.session.ProcessSnapshot;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The line of news of the process list: who does not answer, what this account may not see, and
/// what an act has to say; a failure goes before the rest.
final class SessionNews implements AutoCloseable {
  private static final String LESS = "Only what this account may see is shown.";

  private final Questions questions = Questions.inTurn("what would allow more");
  private final MessageBar bar = new MessageBar();
  private final Words words;
  private final Consumer<InstanceRef> retry;
  private final Function<InstanceRef, List<Denied>> allowed;
  private String told = "";

  /// @param retry asks at once an instance that does not answer
  /// @param allowed the statements that would let an account see what it is denied; blocks
  SessionNews(
      Words words, Consumer<InstanceRef> retry, Function<InstanceRef, List<Denied>> allowed) {
    this.words = words;
    this.retry = retry;
    this.allowed = allowed;
  }

  Node node() {
    return bar;
  }

  /// A line of an act; empty words take it away.
  void say(Severity severity, String line) {
    told = "";
    if (line.isEmpty()) {
      bar.clear();
    } else {
      bar.show(severity, line);
    }
  }

  /// Told at each look; a line that stands is not drawn again.
  void tell(List<Look> looks) {
    Optional<Look> failing = looks.stream().filter(look -> look.fault().isPresent()).findFirst();
    if (failing.isPresent()) {
      Look look = failing.get();
      Words.Told fault = words.of(reason(look.fault().orElseThrow()));
      String text = look.instance().name() + ": " + fault.happened();
      if (!text.equals(told)) {
        told = text;
        bar.show(
            Severity.CRITICAL,
            text + (fault.next().isEmpty() ? "" : "  " + fault.next()),
            "Try again now",
            () -> retry.accept(look.instance()));
      }
      return;
    }
    denied(
        looks.stream()
            .flatMap(look -> look.snapshot().stream())
            .filter(seen -> !seen.denied().isEmpty())
            .toList());
  }

  private void denied(List<ProcessSnapshot> seen) {
    String denied =
        seen.stream()
            .map(one -> one.instance().name() + ": denied: " + String.join(", ", one.denied()))
            .distinct()
            .collect(Collectors.joining("; "));
    if (denied.equals(told)) {
      return;
    }
    told = denied;
    if (denied.isEmpty()) {
      bar.clear();
      return;
    }
    bar.show(Severity.NOTICE, denied + ". " + LESS);
    InstanceRef instance = seen.getFirst().instance();
    questions.ask(
        () -> allowed.apply(instance),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<Denied>>(List<Denied> grants)
              && told.equals(denied)
              && !grants.isEmpty()) {
            String sql =
                grants.stream()
                    .map(one -> one.grant() + ";")
                    .distinct()
                    .collect(Collectors.joining("  "));
            bar.show(
                Severity.NOTICE,
                denied + ". " + LESS + " Allowed by:  " + sql,
                "Copy the GRANT",
                () -> copy(sql));
          }
        });
  }

  private void copy(String sql) {
    var content = new ClipboardContent();
    content.putString(sql);
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(bar, Severity.OK, "GRANT copied");
  }

  // Behind "left alone for a while" stands why.
  private static Fault reason(Fault fault) {
    return fault.getCause() instanceof Fault before ? before : fault;
  }

  @Override
  public void close() {
    questions.close();
  }
}
