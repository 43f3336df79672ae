package org.binnacle.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.binnacle.app.cli.Terminal.Tone;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Words;

/// Tells a fault on standard error: one line what happened, one line what to do next; one JSON
/// document with `--json`; a trace only with `--debug`.
final class Complaint {
  private final Terminal terminal;
  private final Words words = new Words();

  Complaint(Terminal terminal) {
    this.terminal = terminal;
  }

  /// @return the exit code
  int tell(Throwable thrown, boolean json, boolean debug) {
    Fault fault = Fault.of(thrown);
    var told = words.of(fault);
    int exit = fault.code().kind().exitCode();
    var err = terminal.err();
    if (json) {
      err.println(Json.of(Map.of("error", document(fault, told, exit))));
    } else {
      err.println(line(Harmless.line(told.happened())));
      if (!told.next().isBlank()) {
        err.println(
            "  " + terminal.painted(Tone.STRONG, "hint:") + " " + Harmless.line(told.next()));
      }
    }
    if (debug) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return exit;
  }

  /// What begins with the name of a command, such as `binnacle kill: ...`, says already who speaks.
  private String line(String happened) {
    int colon = happened.matches("binnacle[ :].*") ? happened.indexOf(": ") : -1;
    String who = colon < 0 ? "binnacle:" : happened.substring(0, colon + 1);
    String what = colon < 0 ? happened : happened.substring(colon + 2);
    return terminal.painted(Tone.RED, who) + " " + what;
  }

  private static Map<String, Object> document(Fault fault, Words.Told told, int exit) {
    var error = new LinkedHashMap<String, Object>();
    error.put("code", told.code());
    error.put("message", told.happened());
    error.put("hint", told.next());
    error.put("detail", fault.detail());
    error.put("exit", exit);
    return error;
  }
}
