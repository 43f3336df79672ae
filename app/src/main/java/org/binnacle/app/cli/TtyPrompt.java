package org.binnacle.app.cli;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.binnacle.mysql.Secret;

/// Asks on the controlling terminal while standard output goes elsewhere, as in `binnacle sessions
/// mysql://ops@db:3306 --json | jq`: Java's own console is absent there. Echo is switched by
/// `stty`, and switched on again even where the process is stopped at the prompt.
final class TtyPrompt implements Prompt {
  private static final File TERMINAL = new File("/dev/tty");

  private TtyPrompt() {}

  static Prompt orNobody() {
    if (!TERMINAL.exists()) {
      return new Nobody();
    }
    try {
      new RandomAccessFile(TERMINAL, "rw").close();
      return new TtyPrompt();
    } catch (IOException e) {
      return new Nobody(); // the file is there, but this process has no controlling terminal
    }
  }

  @Override
  public boolean possible() {
    return true;
  }

  @Override
  public Optional<String> line(String question) {
    return read(question).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<Secret> secret(String question) {
    var back = new Thread(() -> stty("echo"));
    Runtime.getRuntime().addShutdownHook(back);
    try {
      if (!stty("-echo")) {
        return Optional.empty();
      }
      return read(question).map(TtyPrompt::secretOf);
    } finally {
      stty("echo");
      try {
        Runtime.getRuntime().removeShutdownHook(back);
      } catch (IllegalStateException e) {
        back.setDaemon(true); // the process is ending: the hook runs by itself
      }
      say("\n");
    }
  }

  private static Secret secretOf(byte[] bytes) {
    var characters = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
    char[] typed = new char[characters.remaining()];
    characters.get(typed);
    Arrays.fill(bytes, (byte) 0);
    var secret = new Secret(typed);
    Arrays.fill(typed, '\0');
    return secret;
  }

  private static Optional<byte[]> read(String question) {
    try (var tty = new RandomAccessFile(TERMINAL, "rw")) {
      tty.write(question.getBytes(StandardCharsets.UTF_8));
      byte[] line = new byte[1024];
      int length = 0;
      for (int next = tty.read(); next >= 0 && next != '\n'; next = tty.read()) {
        if (length < line.length) {
          line[length++] = (byte) next;
        }
      }
      byte[] typed = Arrays.copyOf(line, length);
      Arrays.fill(line, (byte) 0);
      return Optional.of(typed);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void say(String text) {
    try (var tty = new RandomAccessFile(TERMINAL, "rw")) {
      tty.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // a terminal that went away needs no line feed
    }
  }

  private static boolean stty(String word) {
    try {
      return new ProcessBuilder("stty", word).redirectInput(TERMINAL).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
