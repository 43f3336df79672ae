package org.binnacle.review.view.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.view.Kit;

/// The file that the editor's text came from or went to, if any, and what of the text is not in it
/// yet, which outlives the tab.
final class OpenScript implements AutoCloseable {
  /// A longer text is not kept.
  private static final int LONGEST = 400_000;

  private final Questions files = new Questions("file of a review");
  private final SqlArea area;
  private final MessageBar message;
  private final Kit kit;
  private Optional<ScriptFile> file = Optional.empty();
  private boolean touched;

  OpenScript(SqlArea area, MessageBar message, Kit kit) {
    this.area = area;
    this.message = message;
    this.kit = kit;
  }

  /// Keeps the text while it is not in its file.
  void keep() {
    if (file.isPresent()) {
      String key = key(file.get().path());
      if (isChanged() && area.text().length() <= LONGEST) {
        kit.settings().put(key, area.text());
        touched = true;
      } else if (touched) {
        kit.settings().remove(key);
        touched = false;
      }
    }
  }

  private static String key(Path path) {
    return "review.unsaved." + path;
  }

  /// What an earlier tab had of a file and did not save.
  private void offerKept(ScriptFile read) {
    kit.settings()
        .get(key(read.path()))
        .filter(text -> !text.equals(read.text()))
        .ifPresent(
            text ->
                message.show(
                    Severity.NOTICE,
                    "There are changes of this file that were not saved.",
                    "Bring them back",
                    () -> {
                      message.clear();
                      area.replace(0, area.text().length(), text);
                    }));
  }

  Optional<ScriptFile> file() {
    return file;
  }

  /// The text as it is now.
  String text() {
    return area.text();
  }

  boolean is(Path path) {
    return file.filter(f -> f.path().equals(path)).isPresent();
  }

  /// The name that a review of this text is told under; overrides of rule sets look at it.
  String path() {
    return file.map(f -> f.path().toString()).orElse("script.sql");
  }

  /// Whether the text is not as it is in the file.
  boolean isChanged() {
    return file.filter(f -> !f.text().equals(area.text())).isPresent();
  }

  /// @param failed run where it cannot be read, which is told
  void load(Path path, Runnable failed, Consumer<String> text) {
    FxThread.check();
    files.ask(
        () -> ScriptFile.read(path),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<ScriptFile> ok -> {
              file = Optional.of(ok.value());
              touched = false;
              text.accept(ok.value().text());
              offerKept(ok.value());
            }
            case Outcome.Failed<ScriptFile> bad -> {
              file = Optional.empty();
              failed.run();
              message.show(bad.fault(), kit.words());
            }
          }
        });
  }

  /// @param force also where another program has changed the file since it was read
  void save(Path to, boolean force, Runnable then) {
    String text = area.text();
    Optional<ScriptFile> known = file.filter(f -> f.path().equals(to) && !force);
    ScriptFile as = file.orElseGet(() -> ScriptFile.fresh(to));
    ask(
        () ->
            known.isPresent()
                    && Files.exists(to)
                    && !ScriptFile.read(to).text().equals(known.get().text())
                ? Optional.<ScriptFile>empty()
                : Optional.of(as.write(to, text)),
        written -> {
          if (written.isEmpty()) {
            message.show(
                Severity.WARNING,
                to.getFileName() + " was changed by another program since it was read.",
                "Write over it",
                () -> save(to, true, then));
            return;
          }
          file = written;
          message.clear();
          keep();
          then.run();
        });
  }

  /// Asks for something off the FX thread; a failure is told.
  <T> void ask(Callable<T> work, Consumer<T> then) {
    files.ask(
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<T> ok -> then.accept(ok.value());
            case Outcome.Failed<T> bad -> message.show(bad.fault(), kit.words());
          }
        });
  }

  @Override
  public void close() {
    files.close();
  }
}
