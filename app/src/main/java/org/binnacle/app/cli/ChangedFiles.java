package org.binnacle.app.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.binnacle.kernel.Fault;

/// What git calls changed since a commit, files that it does not track included. Each named path is
/// looked for in the repository that it is of.
final class ChangedFiles {
  private static final List<String> GIT =
      List.of("git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "--no-pager");

  private final String since;
  private final Map<Path, Set<Path>> byFolder = new HashMap<>();

  ChangedFiles(String since) {
    this.since = since;
  }

  /// Asks git, also where no file will be looked for.
  ///
  /// @throws Fault where the folder is of no repository, or git knows no such commit there
  void look(Path folder) {
    byFolder.computeIfAbsent(real(folder), this::changed);
  }

  /// @param folder in which git is asked, as {@link #look} does
  boolean has(Path file, Path folder) {
    return byFolder.computeIfAbsent(real(folder), this::changed).contains(real(file));
  }

  private Set<Path> changed(Path folder) {
    Path top = Path.of(String.join("", asked(folder, "rev-parse", "--show-toplevel")));
    if (git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}")
        .isEmpty()) {
      throw misuse(
          "git knows no commit " + since + " in " + top + " (in a shallow clone fetch it first)");
    }
    var all = new HashSet<Path>();
    String[][] questions = {
      {"diff", "--no-ext-diff", "--name-only", "-z", "--end-of-options", since, "--"},
      {"ls-files", "--others", "--exclude-standard", "--full-name", "-z", top.toString()}
    };
    for (String[] question : questions) {
      for (String name : asked(folder, question)) {
        all.add(real(top.resolve(name)));
      }
    }
    return all;
  }

  private static List<String> asked(Path folder, String... arguments) {
    return git(folder, arguments)
        .orElseThrow(
            () -> misuse("--changed-since wants a git repository: " + folder + " is of none"));
  }

  /// What it prints, cut at its ends; nothing where it refuses.
  private static Optional<List<String>> git(Path folder, String... arguments) {
    var command = new ArrayList<String>(GIT);
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return process.waitFor() == 0
          ? Optional.of(Stream.of(out.split("[\0\n]")).filter(s -> !s.isEmpty()).toList())
          : Optional.empty();
    } catch (IOException e) {
      throw new Fault(
          CliFaults.USAGE, "binnacle review: --changed-since wants git, which cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "git", e);
    }
  }

  /// Git tells paths without symbolic links.
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize(); // changed, and not there any more
    }
  }

  private static Fault misuse(String words) {
    return new Fault(CliFaults.USAGE, "binnacle review: " + words);
  }
}
