package org.binnacle.review.view.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.set.Notation;
import org.binnacle.review.set.RuleSet;
import org.binnacle.review.set.RuleSetDraft;
import org.binnacle.review.set.RuleSets;
import org.binnacle.review.source.SqlText;

/// A rule set while it is edited, without controls: its draft, what the draft comes to, the file
/// that it is of. What it comes to is found off the FX thread; until then the last stands.
final class RulesModel implements AutoCloseable {
  private final Questions checking = new Questions("rule set");
  private final Questions files = new Questions("file of a rule set");
  private final News news;
  private RuleSetDraft draft;
  private RuleSet set = RuleSet.SHIPPED;
  private RuleSet under = RuleSet.SHIPPED;
  private Optional<Path> file = Optional.empty();
  private String saved = "";
  private boolean valid = true;
  private Optional<RuleSetDraft> looked = Optional.empty();
  private Optional<Fault> unread = Optional.empty();

  /// Told on the FX thread.
  interface News {
    /// The draft was looked at; it can be used where {@link RulesModel#isValid}.
    void looked();

    void failed(Fault why);

    void saved(Path file);
  }

  /// @param draft what stands there until something is opened
  RulesModel(RuleSetDraft draft, News news) {
    FxThread.check();
    this.draft = draft;
    this.news = news;
  }

  /// What a source begins with, before it is read.
  static RuleSetDraft first(String source) {
    return RuleSetDraft.extending(
        "my-rules", RuleSets.SHIPPED.contains(source) ? source : "default");
  }

  /// @param source a set that ships, or a file
  void open(String source) {
    if (RuleSets.SHIPPED.contains(source)) {
      saved = draft.yaml();
      check();
    } else {
      read(Path.of(source));
    }
  }

  private void read(Path path) {
    files.ask(
        () ->
            RuleSetDraft.read(
                String.valueOf(path.getFileName()), SqlText.of(path), Notation.of(path.toString())),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<RuleSetDraft> ok -> {
              file = Optional.of(path);
              draft = ok.value();
              saved = draft.yaml();
              check();
            }
            case Outcome.Failed<RuleSetDraft> failed -> {
              // Told behind the look at what stands there instead, which has nothing to complain
              // of.
              unread = Optional.of(failed.fault());
              check();
            }
          }
        });
  }

  RuleSetDraft draft() {
    return draft;
  }

  /// What the newest draft that could be used comes to.
  RuleSet set() {
    return set;
  }

  /// What it extends, for what a rule is without it.
  RuleSet under() {
    return under;
  }

  Optional<Path> file() {
    return file;
  }

  boolean isValid() {
    return valid;
  }

  boolean isChanged() {
    return !draft.yaml().equals(saved);
  }

  /// Whether what is shown is of the draft as it is now.
  boolean isSettled() {
    return looked.filter(draft::equals).isPresent();
  }

  void change(RuleSetDraft other) {
    FxThread.check();
    unread = Optional.empty();
    draft = other;
    check();
  }

  /// The text of the file was typed.
  ///
  /// @param name what it is called where it says nothing
  void typed(String name, String yaml) {
    FxThread.check();
    try {
      change(RuleSetDraft.read(name, yaml));
    } catch (Fault e) {
      valid = false;
      news.failed(e);
    }
  }

  private record Checked(RuleSet set, RuleSet base) {}

  private void check() {
    RuleSetDraft now = draft;
    Path folder =
        file.map(Path::toAbsolutePath)
            .map(Path::getParent)
            .orElseGet(() -> Path.of("").toAbsolutePath());
    checking.ask(
        () ->
            new Checked(
                now.checked(folder),
                RuleSetDraft.extending("base", now.base().isEmpty() ? "default" : now.base())
                    .checked(folder)),
        outcome -> {
          looked = Optional.of(now);
          switch (outcome) {
            case Outcome.Ok<Checked> ok -> {
              set = ok.value().set();
              under = ok.value().base();
              valid = true;
              news.looked();
              unread.ifPresent(news::failed);
            }
            case Outcome.Failed<Checked> failed -> {
              valid = false;
              news.looked();
              news.failed(failed.fault());
            }
          }
        });
  }

  /// Writes the draft; only what is valid should be written.
  void save(Path to) {
    FxThread.check();
    String yaml = draft.yaml();
    String text = draft.text(Notation.of(to.toString()));
    files.ask(
        () -> {
          try {
            return Files.writeString(to, text, StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new Fault(ReviewFaults.NOT_WRITTEN, to.toString(), e);
          }
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Path> ok -> {
              file = Optional.of(to);
              saved = yaml;
              news.saved(to);
            }
            case Outcome.Failed<Path> failed -> news.failed(failed.fault());
          }
        });
  }

  /// The name by which reviews take this set; empty where it must be saved for that.
  Optional<String> name() {
    return file.map(Path::toString)
        .or(() -> draft.rules().isEmpty() ? Optional.of(draft.base()) : Optional.empty());
  }

  @Override
  public void close() {
    checking.close();
    files.close();
  }
}
