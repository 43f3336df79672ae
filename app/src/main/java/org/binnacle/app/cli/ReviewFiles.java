package org.binnacle.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.source.SqlText;
import org.binnacle.review.source.Written;

/// The scripts that a command line names: files, the `.sql` files of folders, standard input.
final class ReviewFiles {
  /// A review takes about so many times of a file's size (measured, see README of the engine).
  private static final int TIMES_OF_SIZE = 12;

  private final Call call;
  private final Optional<ChangedFiles> changed;

  ReviewFiles(Call call, Optional<String> changedSince) {
    this.call = call;
    this.changed = changedSince.map(ChangedFiles::new);
  }

  record Source(String path, Written written) {
    String text() {
      return written.text();
    }
  }

  /// @throws Fault where a named file is not there or is no text; binary files in folders are left
  ///   out and told
  List<Source> read(List<String> paths) {
    var sources = new ArrayList<Source>();
    for (String name : paths) {
      if (name.equals("-")) {
        sources.add(new Source("-", standardInput()));
      } else if (Files.isDirectory(Path.of(name))) {
        List<Path> files = SqlText.in(Path.of(name));
        changed.ifPresent(all -> all.look(Path.of(name)));
        if (files.isEmpty()) {
          call.tell("no .sql file in " + name);
        }
        for (Path file : files) {
          if (isWanted(file, Path.of(name))) {
            inFolder(file).ifPresent(text -> sources.add(new Source(file.toString(), text)));
          }
        }
      } else {
        Path file = Path.of(name);
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Source source = new Source(name, written(file));
        if (isWanted(file, folder)) {
          sources.add(source);
        }
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
      if (size > most()) {
        throw new Fault(ReviewFaults.TOO_LARGE, file + " has " + size / 1_000_000 + " MB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, file.toString(), e);
    }
  }

  private static long most() {
    return Runtime.getRuntime().maxMemory() / TIMES_OF_SIZE;
  }

  private Written standardInput() {
    try (InputStream in = new FileInputStream(FileDescriptor.in)) {
      byte[] bytes = in.readNBytes((int) Math.min(most() + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > most()) {
        throw new Fault(ReviewFaults.TOO_LARGE, "standard input");
      }
      if (bytes.length == 0) {
        call.tell("nothing came on standard input");
      }
      return SqlText.written(bytes)
          .orElseThrow(() -> new Fault(ReviewFaults.BINARY, "standard input"));
    } catch (IOException e) {
      throw new Fault(CliFaults.NO_FILE, "standard input", e);
    }
  }

  /// @param folder in which git is asked
  private boolean isWanted(Path file, Path folder) {
    return changed.map(all -> all.has(file, folder)).orElse(true);
  }
}
