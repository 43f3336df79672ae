package org.binnacle.explain.view.worksheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.plan.ViewFaults;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// The file of a worksheet: opened, saved, and remembered with its text as it was saved. On the FX
/// thread; files are read and written off it.
final class SheetFile implements AutoCloseable {
  private static final long LARGEST = 1L << 20;

  private final Kit kit;
  private final Drafts drafts;
  private final SqlArea area;
  private final Node anywhere;
  private final MessageBar message;
  private final Runnable changed;
  private final Questions files = new Questions("file of a worksheet");
  private Optional<Path> file;
  private String saved;

  /// @param changed run when there is another file, or it was saved
  SheetFile(
      Kit kit, Drafts drafts, SqlArea area, Node anywhere, MessageBar message, Runnable changed) {
    this.kit = kit;
    this.drafts = drafts;
    this.area = area;
    this.anywhere = anywhere;
    this.message = message;
    this.changed = changed;
    String kept = drafts.get("file");
    file = kept.isEmpty() ? Optional.empty() : Optional.of(Path.of(kept));
    saved = kept.isEmpty() ? "" : drafts.get("saved");
  }

  /// Its name; empty where there is none.
  Optional<String> name() {
    return file.map(path -> String.valueOf(path.getFileName()));
  }

  /// Whether the text is another than the file's.
  boolean unsaved() {
    return file.isPresent() && !saved.equals(area.text());
  }

  void open() {
    kit.choosers()
        .open(
            anywhere.getScene().getWindow(),
            "Open statements",
            List.of(Choosers.Kind.of("SQL files", "*.sql"), Choosers.Kind.of("All files", "*")))
        .ifPresent(
            path ->
                files.ask(
                    () -> read(path),
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<String> ok -> {
                          keep(path, ok.value());
                          area.replace(0, area.text().length(), ok.value());
                        }
                        case Outcome.Failed<String> failed ->
                            message.show(failed.fault(), kit.words());
                      }
                    }));
  }

  private static String read(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw new Fault(ViewFaults.NOT_READ, path + " is larger than 1 MiB");
      }
      return Files.readString(path).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new Fault(ViewFaults.NOT_READ, path.toString(), e);
    }
  }

  /// @param elsewhere asks for the file even where there is one
  void save(boolean elsewhere) {
    Optional<Path> to =
        file.filter(path -> !elsewhere)
            .or(
                () ->
                    kit.choosers()
                        .save(
                            anywhere.getScene().getWindow(),
                            "Save statements",
                            "statements.sql",
                            List.of(Choosers.Kind.of("SQL files", "*.sql"))));
    String text = area.text();
    to.ifPresent(
        path ->
            files.ask(
                () -> {
                  try {
                    return Files.writeString(path, text, StandardCharsets.UTF_8);
                  } catch (IOException e) {
                    throw new Fault(ViewFaults.NOT_WRITTEN, path.toString(), e);
                  }
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Ok<Path> ok -> keep(path, text);
                    case Outcome.Failed<Path> failed -> message.show(failed.fault(), kit.words());
                  }
                }));
  }

  private void keep(Path path, String text) {
    file = Optional.of(path);
    saved = text;
    drafts.put("file", path.toString());
    drafts.put("saved", text);
    changed.run();
  }

  @Override
  public void close() {
    files.close();
  }
}
