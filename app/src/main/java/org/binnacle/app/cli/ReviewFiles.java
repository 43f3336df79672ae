package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;

/// The scripts that a command line names: files, the `.sql` files of folders, standard input.
final class ReviewFiles {
  private final Call call;
  private final Optional<String> changedSince;

  ReviewFiles(Call call, Optional<String> changedSince) {
    this.call = call;
    this.changedSince = changedSince;
  }

  record Source(String path, String text) {}

  /// @throws Fault where a named file is not there or is no text; binary files in folders are left
  ///   out and told
  List<Source> read(List<String> paths) {
    Optional<Set<Path>> changed = changedSince.map(ReviewFiles::changed);
    var sources = new ArrayList<Source>();
    for (String name : paths) {
      if (name.equals("-")) {
        sources.add(new Source("-", standardInput()));
      } else if (Files.isDirectory(Path.of(name))) {
        for (Path file : folder(Path.of(name))) {
          if (isWanted(file, changed)) {
            inFolder(file).ifPresent(text -> sources.add(new Source(file.toString(), text)));
          }
        }
      } else if (isWanted(Path.of(name), changed)) {
        sources.add(new Source(name, text(Path.of(name))));
      }
    }
    return sources;
  }

  private Optional<String> inFolder(Path file) {
    byte[] bytes = bytes(file);
    if (isBinary(bytes)) {
      call.tell("left out, it is no text: " + file);
      return Optional.empty();
    }
    return Optional.of(decoded(bytes));
  }

  static String text(Path file) {
    byte[] bytes = bytes(file);
    if (isBinary(bytes)) {
      throw new Fault(ReviewFaults.BINARY, file.toString());
    }
    return decoded(bytes);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, file.toString(), e);
    }
  }

  private static String standardInput() {
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      byte[] bytes = in.readAllBytes();
      if (isBinary(bytes)) {
        throw new Fault(ReviewFaults.BINARY, "standard input");
      }
      return decoded(bytes);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, "standard input", e);
    }
  }

  private static List<Path> folder(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".sql") && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, folder.toString(), e);
    }
  }

  /// A zero byte among the first; UTF-16 has them and says so.
  private static boolean isBinary(byte[] bytes) {
    if (isUtf16(bytes)) {
      return false;
    }
    for (int i = 0; i < Math.min(bytes.length, 8_192); i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  /// UTF-8, else Latin-1, in which every byte is a character.
  private static String decoded(byte[] bytes) {
    if (isUtf16(bytes)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isWanted(Path file, Optional<Set<Path>> changed) {
    return changed.map(all -> all.contains(file.toAbsolutePath().normalize())).orElse(true);
  }

  /// What git calls changed since a commit, files that it does not track included.
  private static Set<Path> changed(String ref) {
    Path top = Path.of(String.join("", git("rev-parse", "--show-toplevel")));
    var all = new HashSet<Path>();
    for (String name : git("diff", "--name-only", "-z", "--end-of-options", ref)) {
      all.add(top.resolve(name).normalize());
    }
    for (String name : git("ls-files", "--others", "--exclude-standard", "--full-name", "-z")) {
      all.add(top.resolve(name).normalize());
    }
    return all;
  }

  private static List<String> git(String... arguments) {
    var command = new ArrayList<String>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      if (process.waitFor() != 0) {
        throw new Fault(
            CliFaults.USAGE, "binnacle review: git refuses: " + String.join(" ", command));
      }
      return Stream.of(out.split("[\0\n]")).filter(s -> !s.isEmpty()).toList();
    } catch (IOException e) {
      throw new Fault(CliFaults.USAGE, "binnacle review: --changed-since wants git", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "git", e);
    }
  }
}
