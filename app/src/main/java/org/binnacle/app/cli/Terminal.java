package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// Where a command reads and speaks. Tests hand in captured streams and a scripted prompt.
///
/// @param live whether output goes to a terminal with somebody in front of it
/// @param colours whether colour escapes may be written
/// @param size of the terminal; asked only when live
public record Terminal(
    PrintWriter out, PrintWriter err, boolean live, boolean colours, Size size, Prompt prompt) {

  /// The terminal, pipe or file that this process was started with.
  public static Terminal ofProcess(Map<String, String> environment) {
    boolean live = Prompt.console().isPresent();
    var charset = charset(live);
    return new Terminal(
        writer(FileDescriptor.out, charset),
        writer(FileDescriptor.err, charset),
        live,
        live && wantsColours(environment),
        new TtySize(environment),
        Prompt.ofProcess());
  }

  /// The text between colour escapes, or alone where colours are not wanted.
  String painted(Tone tone, String text) {
    return colours && tone != Tone.PLAIN ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /// Sends what is buffered; false where nobody reads any more (a closed pipe).
  boolean flushed() {
    err.flush();
    return !out.checkError();
  }

  /// How many characters and lines fit.
  public interface Size {
    int columns();

    int rows();
  }

  /// The few looks that output has.
  enum Tone {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    RED("31"),
    YELLOW("33"),
    GREEN("32");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  private static boolean wantsColours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// UTF-8 wherever the console of Windows does not say otherwise: a bare environment has no LANG,
  /// and Java would then print question marks.
  private static Charset charset(boolean live) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return live && windows
        ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8"))
        : StandardCharsets.UTF_8;
  }

  private static PrintWriter writer(FileDescriptor to, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), charset), false);
  }
}
