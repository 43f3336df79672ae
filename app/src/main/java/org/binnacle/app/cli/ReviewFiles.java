package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
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
import org.binnacle.review.source.SqlText;
import org.binnacle.review.source.Written;

/// The scripts that a command line names: files, the `.sql` files of folders, standard input.
final class ReviewFiles {
  /// A review takes about so many times of a file's size (measured, see README of the engine).
  private static final int TIMES_OF_SIZE = 12;

  private final Call call;
  private final Optional<String> changedSince;

  ReviewFiles(Call call, Optional<String> changedSince) {
    this.call = call;
    this.changedSince = changedSince;
  }

  record Source(String path, Written written) {
    String text() {
      return written.text();
    }
  }

  /// @throws Fault where a named file is not there or is no text; binary files in folders are left
  ///   out and told
  List<Source> read(List<String> paths) {
    Optional<Set<Path>> changed = changedSince.map(ReviewFiles::changed);
    var sources = new ArrayList<Source>();
    for (String name : paths) {
      if (name.equals("-")) {
        sources.add(new Source("-", standardInput()));
      } else if (Files.isDirectory(Path.of(name))) {
        List<Path> files = SqlText.in(Path.of(name));
        if (files.isEmpty()) {
          call.tell("no .sql file in " + name);
        }
        for (Path file : files) {
          if (isWanted(file, changed)) {
            inFolder(file).ifPresent(text -> sources.add(new Source(file.toString(), text)));
          }
        }
      } else if (isWanted(Path.of(name), changed)) {
        sources.add(new Source(name, written(Path.of(name))));
      }
    }
    return sources;
  }

  private Optional<Written> inFolder(Path file) {
    Optional<Written> text = SqlText.written(bytes(file));
    if (text.isEmpty()) {
      call.tell("left out, it is no text: " + file);
    }
    return text;
  }

  static String text(Path file) {
    return written(file).text();
  }

  private static Written written(Path file) {
    return SqlText.written(bytes(file))
        .orElseThrow(() -> new Fault(ReviewFaults.BINARY, file.toString()));
  }

  private static byte[] bytes(Path file) {
    try {
      long size = Files.size(file);
      if (size > Runtime.getRuntime().maxMemory() / TIMES_OF_SIZE) {
        throw new Fault(ReviewFaults.TOO_LARGE, file + " has " + size / 1_000_000 + " MB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, file.toString(), e);
    }
  }

  private static Written standardInput() {
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      return SqlText.written(in.readAllBytes())
          .orElseThrow(() -> new Fault(ReviewFaults.BINARY, "standard input"));
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, "standard input", e);
    }
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
