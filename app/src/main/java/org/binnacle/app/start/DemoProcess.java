package org.binnacle.app.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Progress;

/// The demo as a program of its own, started from the window of an empty fleet: its servers, its
/// window and its state folder are not this program's, and it goes on when this one ends.
final class DemoProcess {
  static final FaultCode FAILED = FaultCode.server("demo.failed");

  /// What `binnacle demo` says once its fleet runs.
  private static final String RUNS = "The demo fleet runs.";

  private final List<String> command;

  private DemoProcess(List<String> command) {
    this.command = command;
  }

  /// The command that started this program, with `demo` in the place of its arguments; empty where
  /// the system does not tell it.
  ///
  /// @param state the state folder of this program; the demo's lies beside it
  static Optional<DemoProcess> of(Path state) {
    return ProcessHandle.current().info().command().map(program -> of(program, state));
  }

  private static DemoProcess of(String program, Path state) {
    var words = new ArrayList<>(List.of(program));
    String name = String.valueOf(Path.of(program).getFileName());
    if (name.equals("java") || name.equals("java.exe")) {
      words.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              "org.binnacle.app.Main"));
    }
    words.addAll(List.of("--state", state.toString(), "demo"));
    return new DemoProcess(words);
  }

  /// Starts it and returns when its fleet runs, at the latest when it ends.
  ///
  /// @throws Fault {@link #FAILED} with its last words where it ended before that; cancelled where
  ///   the user asked, after which it is gone
  void start(Progress progress, Cancel cancel) {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new Fault(FAILED, String.valueOf(e.getMessage()), e);
    }
    cancel.onAsk(process::destroy);
    String last = "";
    BufferedReader said = process.inputReader();
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = line.isBlank() ? last : line.strip();
        if (line.startsWith(RUNS)) {
          Thread.ofVirtual().name("demo output").start(() -> drain(said));
          return;
        }
        progress.at(last, 0, -1);
      }
    } catch (IOException e) {
      last = last.isEmpty() ? String.valueOf(e.getMessage()) : last;
    }
    cancel.check();
    throw new Fault(FAILED, last);
  }

  /// A pipe that nobody reads would stop the demo when it is full.
  private static void drain(BufferedReader said) {
    try (said) {
      while (said.readLine() != null) {
        // what it says then stands in its own window
      }
    } catch (IOException e) {
      // it has ended
    }
  }
}
