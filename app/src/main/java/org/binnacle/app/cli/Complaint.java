package org.binnacle.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      line(Harmless.line(told.happened())).forEach(err::println);
      if (!told.next().isBlank()) {
        lines("  ", "hint:", Tone.STRONG, Harmless.line(told.next())).forEach(err::println);
      }
    }
    if (debug) {
      thrown.printStackTrace(err);
    }
    err.flush();
    return exit;
  }

  /// What begins with the name of a command, such as `binnacle kill: ...`, says already who speaks.
  private List<String> line(String happened) {
    int colon = happened.matches("binnacle[ :].*") ? happened.indexOf(": ") : -1;
    String who = colon < 0 ? "binnacle:" : happened.substring(0, colon + 1);
    String what = colon < 0 ? happened : happened.substring(colon + 2);
    return lines("", who, Tone.RED, what);
  }

  private List<String> lines(String indent, String who, Tone tone, String what) {
    var lines = new ArrayList<>(Folded.of(indent + who + " " + what, terminal));
    String first = lines.getFirst();
    if (first.startsWith(indent + who)) {
      lines.set(
          0,
          indent + terminal.painted(tone, who) + first.substring(indent.length() + who.length()));
    }
    return lines;
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
