package org.binnacle.fxkit.sheet;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Severity;
import org.binnacle.kernel.Words;

/// A failure in full: what happened, what to do, the stable code, the details to copy. Only a bug
/// of ours shows a trace.
public final class ErrorSheet {
  private ErrorSheet() {}

  public static Sheet open(Node anywhere, Fault fault, Words words) {
    Words.Told told = words.of(fault);
    boolean bug = fault.code().kind() == FaultCode.Kind.BUG;
    var happened = new Label(told.happened());
    happened.setWrapText(true);
    var next = new Label(told.next());
    next.setWrapText(true);
    next.getStyleClass().add("muted");
    var code = new Label(told.code());
    code.getStyleClass().add("code");
    var details = new TextArea(bug ? trace(fault) : fault.detail());
    details.setEditable(false);
    details.setId("error-details");
    details.getStyleClass().add("mono");
    var heading = new Label("Details");
    heading.getStyleClass().add("section");
    VBox.setVgrow(details, Priority.ALWAYS);
    return Sheet.titled(bug ? "Binnacle failed" : "It did not work")
        .body(happened, next, code, heading, details)
        .act(
            "Copy details",
            Sheet.Kind.OTHER,
            sheet -> {
              copy(told, details.getText());
              sheet.message().show(Severity.OK, "Copied.");
            })
        .open(anywhere);
  }

  private static void copy(Words.Told told, String details) {
    var content = new ClipboardContent();
    content.putString(told.code() + "\n" + told.happened() + "\n" + told.next() + "\n\n" + details);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String trace(Fault fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    var text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
