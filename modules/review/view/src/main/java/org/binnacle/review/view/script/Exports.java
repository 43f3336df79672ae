package org.binnacle.review.view.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.ReviewFaults;
import org.binnacle.review.mouth.Mouth;
import org.binnacle.review.report.Baseline;
import org.binnacle.review.report.Report;
import org.binnacle.review.view.Kit;

/// Reports into files and the clipboard.
final class Exports implements AutoCloseable {
  private final Kit kit;
  private final Node anywhere;
  private final MessageBar message;
  private final Supplier<Optional<Report>> report;
  private final Questions writing = new Questions("report");

  Exports(Kit kit, Node anywhere, MessageBar message, Supplier<Optional<Report>> report) {
    this.kit = kit;
    this.anywhere = anywhere;
    this.message = message;
    this.report = report;
  }

  void copy() {
    FxThread.check();
    Optional<Report> now = report();
    if (now.isPresent()) {
      var content = new ClipboardContent();
      content.putString(Mouth.TEXT.tell(now.get()));
      Clipboard.getSystemClipboard().setContent(content);
      Toasts.show(anywhere, Severity.OK, "The report is in the clipboard.");
    }
  }

  void export(Mouth mouth) {
    report()
        .ifPresent(
            now ->
                write(
                    "Export the report",
                    "review." + ending(mouth),
                    now,
                    r -> mouth.tell(r).getBytes(StandardCharsets.UTF_8)));
  }

  void baseline() {
    report().ifPresent(now -> write("Write a baseline", "baseline.json", now, Baseline::of));
  }

  private Optional<Report> report() {
    Optional<Report> now = report.get();
    if (now.isEmpty()) {
      message.show(Severity.NOTICE, "Nothing was reviewed yet.");
    }
    return now;
  }

  private void write(
      String title, String name, Report now, java.util.function.Function<Report, byte[]> told) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Optional<Path> to =
        kit.choosers()
            .save(
                anywhere.getScene().getWindow(),
                title,
                name,
                List.of(Choosers.Kind.of(ending + " files", "*." + ending)));
    to.ifPresent(
        path ->
            writing.ask(
                () -> {
                  try {
                    return Files.write(path, told.apply(now));
                  } catch (IOException e) {
                    throw new Fault(ReviewFaults.NOT_WRITTEN, path.toString(), e);
                  }
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Ok<Path> ok ->
                        Toasts.show(anywhere, Severity.OK, "Written: " + path + ".");
                    case Outcome.Failed<Path> failed -> message.show(failed.fault(), kit.words());
                  }
                }));
  }

  private static String ending(Mouth mouth) {
    return switch (mouth) {
      case TEXT, GITHUB -> "txt";
      case JSON -> "json";
      case SARIF -> "sarif";
      case HTML -> "html";
      case MARKDOWN -> "md";
      case CSV -> "csv";
      case JUNIT -> "xml";
    };
  }

  @Override
  public void close() {
    writing.close();
  }
}
