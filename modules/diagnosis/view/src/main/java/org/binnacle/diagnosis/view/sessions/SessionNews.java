package org.binnacle.diagnosis.view.sessions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.binnacle.diagnosis.watch.Look;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The line of news of the process list: who does not answer, what this account may not see, and
/// what an act has to say; a failure goes before the rest.
final class SessionNews {
  private final MessageBar bar = new MessageBar();
  private final Words words;
  private final Consumer<InstanceRef> retry;
  private String told = "";

  /// @param retry asks at once an instance that does not answer
  SessionNews(Words words, Consumer<InstanceRef> retry) {
    this.words = words;
    this.retry = retry;
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
    String denied =
        looks.stream()
            .flatMap(look -> look.snapshot().stream())
            .filter(seen -> !seen.denied().isEmpty())
            .map(seen -> seen.instance().name() + ": denied " + String.join(", ", seen.denied()))
            .distinct()
            .collect(Collectors.joining("; "));
    if (denied.equals(told)) {
      return;
    }
    told = denied;
    if (denied.isEmpty()) {
      bar.clear();
    } else {
      bar.show(
          Severity.NOTICE,
          denied
              + ". Only what this account may see is shown; \"Test connection\" of the"
              + " instance names the GRANTs.");
    }
  }

  // Behind "left alone for a while" stands why.
  private static Fault reason(Fault fault) {
    return fault.getCause() instanceof Fault before ? before : fault;
  }
}
