package org.binnacle.diagnosis.view.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.watch.Rounds;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// The one message below a view's head: a failure goes before what is denied, and each of them goes
/// when it is over. What the view itself has said stays until another message takes its place.
final class HeadMessage {
  private final Kit kit;
  private final MessageBar bar = new MessageBar();
  private Said said = new Said.ByTheView();

  /// What stands in the bar.
  private sealed interface Said {
    String words();

    /// The look at an instance has failed.
    record Failure(InstanceRef instance, String words) implements Said {}

    /// The account may not see something.
    record Denial(String words) implements Said {}

    /// Nothing, or a line of the view itself, which is taken back by the view.
    record ByTheView() implements Said {
      @Override
      public String words() {
        return "";
      }
    }
  }

  HeadMessage(Kit kit) {
    this.kit = kit;
  }

  Node node() {
    return bar;
  }

  /// The first failure of a look; takes the one before away where nothing has failed.
  void faults(List<? extends Rounds.Seen<?>> seen) {
    for (Rounds.Seen<?> one : seen) {
      Optional<Fault> fault = one.fault();
      if (fault.isPresent()) {
        failed(one.instance(), kit.words().of(reason(fault.get())));
        return;
      }
    }
    if (said instanceof Said.Failure) {
      clear();
    }
  }

  private void failed(InstanceRef instance, Words.Told told) {
    show(
        new Said.Failure(instance, instance.name() + ": " + told.happened() + "  " + told.next()),
        Severity.CRITICAL,
        "Try again now",
        () -> retry(instance));
  }

  /// Whether it tells the failure of this instance.
  boolean tells(InstanceRef instance) {
    return bar.isVisible()
        && said instanceof Said.Failure failure
        && failure.instance().id().equals(instance.id());
  }

  private void retry(InstanceRef instance) {
    Thread.ofVirtual()
        .name("retry " + instance.name())
        .start(() -> kit.diagnosis().retry(instance));
  }

  // Behind "left alone for a while" stands why.
  private static Fault reason(Fault fault) {
    return fault.getCause() instanceof Fault before ? before : fault;
  }

  /// What this account may not see, with the statements that would allow it.
  void denied(List<String> what, List<String> grants) {
    if (said instanceof Said.Failure) {
      return;
    }
    if (what.isEmpty()) {
      if (said instanceof Said.Denial) {
        clear();
      }
      return;
    }
    var lines = new ArrayList<>(grants.stream().distinct().map(grant -> grant + ";").toList());
    show(
        new Said.Denial(
            "denied: "
                + String.join(", ", what.stream().distinct().toList())
                + ". Allowed by:  "
                + String.join("  ", lines)),
        Severity.NOTICE,
        "Copy the GRANT",
        () -> copy(String.join("\n", lines)));
  }

  /// A line of the view itself; empty words clear it.
  void say(Severity severity, String words) {
    clear();
    if (!words.isEmpty()) {
      bar.show(severity, words);
    }
  }

  /// What is said already is not said again, so that one that was hidden stays so.
  private void show(Said next, Severity severity, String verb, Runnable action) {
    if (!next.equals(said)) {
      said = next;
      bar.show(severity, next.words(), verb, action);
    }
  }

  private void clear() {
    said = new Said.ByTheView();
    bar.clear();
  }

  private void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    Toasts.show(bar, Severity.OK, "GRANT copied");
  }
}
