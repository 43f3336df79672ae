package org.binnacle.review.origin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Origins of files on this machine. The project is the folder that git calls the top level. An
/// author is who was typed, else who committed the line, else who the script's head names, else,
/// for lines that are not committed yet, the name that git would commit them under. For one thread.
public final class FileOrigins implements Origins {
  /// For all questions to git of one run.
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  /// Longer files are not blamed: it takes git seconds.
  private static final int LONGEST = 2_000_000;

  private final Optional<String> project;
  private final Optional<String> author;
  private final Git git;
  private final Map<String, String> heads = new HashMap<>();
  private final Map<String, Boolean> tooLong = new HashMap<>();
  private final Map<Path, Optional<Path>> tops = new HashMap<>();
  private final Map<String, Optional<Blame>> blames = new HashMap<>();
  private final Map<String, Path> reals = new HashMap<>();
  private final Map<Path, String> users = new HashMap<>();

  /// @param project as typed
  /// @param author as typed
  /// @param patience for all questions to git together
  public FileOrigins(Optional<String> project, Optional<String> author, Duration patience) {
    this.project = project;
    this.author = author;
    this.git = new Git(patience);
  }

  /// To be told of each file before it is asked about.
  public void file(String path, String text) {
    HeaderAuthor.in(text).ifPresent(name -> heads.put(path, name));
    tooLong.put(path, text.length() > LONGEST);
  }

  @Override
  public String project(String path) {
    return project.orElseGet(() -> top(path).map(Path::getFileName).map(Path::toString).orElse(""));
  }

  @Override
  public String path(String path) {
    if (path.equals("-")) {
      return path;
    }
    Path whole = real(path);
    return top(path)
        .filter(whole::startsWith)
        .map(top -> top.relativize(whole))
        .orElse(whole)
        .toString()
        .replace('\\', '/');
  }

  @Override
  public String author(String path, int line) {
    if (author.isPresent()) {
      return author.get();
    }
    Optional<Path> top = top(path);
    return top.flatMap(t -> blame(path))
        .flatMap(b -> b.author(line))
        .or(() -> Optional.ofNullable(heads.get(path)))
        .or(() -> top.map(this::user))
        .orElse("");
  }

  private Optional<Blame> blame(String path) {
    return blames.computeIfAbsent(path, this::blamed);
  }

  private Optional<Blame> blamed(String path) {
    if (Boolean.TRUE.equals(tooLong.get(path))) {
      return Optional.empty();
    }
    Path whole = real(path);
    return git.ask(
            folder(whole),
            "blame",
            "--no-textconv",
            "--porcelain",
            "--",
            String.valueOf(whole.getFileName()))
        .map(Blame::of);
  }

  private String user(Path top) {
    return users.computeIfAbsent(
        top, t -> git.ask(t, "config", "user.name").map(String::strip).orElse(""));
  }

  private Optional<Path> top(String path) {
    return path.equals("-")
        ? Optional.empty()
        : tops.computeIfAbsent(
            folder(real(path)),
            folder ->
                git.ask(folder, "rev-parse", "--show-toplevel")
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .map(FileOrigins::real));
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private Path real(String path) {
    return reals.computeIfAbsent(path, p -> real(Path.of(p)));
  }

  /// Links resolved, as git prints its top level.
  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    } catch (java.io.IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
