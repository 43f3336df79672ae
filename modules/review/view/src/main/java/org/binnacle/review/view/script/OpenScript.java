package org.binnacle.review.view.script;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Words;

/// The file that the editor's text came from or went to, if any.
final class OpenScript implements AutoCloseable {
  private final Questions files = new Questions("file of a review");
  private final SqlArea area;
  private final MessageBar message;
  private final Words words;
  private Optional<ScriptFile> file = Optional.empty();

  OpenScript(SqlArea area, MessageBar message, Words words) {
    this.area = area;
    this.message = message;
    this.words = words;
  }

  Optional<ScriptFile> file() {
    return file;
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
              text.accept(ok.value().text());
            }
            case Outcome.Failed<ScriptFile> bad -> {
              file = Optional.empty();
              failed.run();
              message.show(bad.fault(), words);
            }
          }
        });
  }

  void save(Path to, Runnable then) {
    String text = area.text();
    boolean crlf = file.map(ScriptFile::crlf).orElse(false);
    ask(
        () -> ScriptFile.write(to, text, crlf),
        written -> {
          file = Optional.of(written);
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
            case Outcome.Failed<T> bad -> message.show(bad.fault(), words);
          }
        });
  }

  @Override
  public void close() {
    files.close();
  }
}
