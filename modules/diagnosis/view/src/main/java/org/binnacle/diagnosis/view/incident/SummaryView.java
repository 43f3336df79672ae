package org.binnacle.diagnosis.view.incident;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.fxkit.Icons;
import org.binnacle.kernel.Severity;

/// What the rules make of an incident, and what was recorded of each instance.
final class SummaryView {
  private SummaryView() {}

  static Node of(Incident incident) {
    var box = new VBox();
    box.getStyleClass().add("incident-summary");
    if (!incident.note().isEmpty()) {
      box.getChildren().add(wrapped(incident.note(), "muted"));
    }
    incident
        .findings()
        .forEach(
            finding -> box.getChildren().add(finding(finding, incident.recorded().size() > 1)));
    incident.recorded().forEach(one -> box.getChildren().add(parts(one)));
    var scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    return scroll;
  }

  private static Node finding(Finding finding, boolean named) {
    var words = wrapped(finding.words(), "heading");
    Label pill =
        Icons.pill(finding.severity().name().toLowerCase(Locale.ROOT), colour(finding.severity()));
    pill.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(pill, words);
    head.setSpacing(8);
    HBox.setHgrow(words, Priority.ALWAYS);
    var box = new VBox(head);
    box.getStyleClass().add("incident-finding");
    if (named) {
      box.getChildren().add(wrapped("on " + finding.instance(), "muted"));
    }
    finding.evidence().forEach(each -> box.getChildren().add(wrapped("• " + each, "evidence")));
    if (!finding.next().isEmpty()) {
      box.getChildren().add(wrapped("Next: " + finding.next(), "next"));
    }
    return box;
  }

  static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "red";
      case WARNING -> "orange";
      case NOTICE -> "blue";
      case UNKNOWN -> "grey";
      case OK -> "green";
    };
  }

  private static Node parts(Recorded one) {
    var box = new VBox();
    box.getStyleClass().add("incident-parts");
    box.getChildren()
        .add(
            wrapped(
                one.instance().name()
                    + "  "
                    + one.instance().address()
                    + (one.version().isEmpty() ? "" : "  " + one.version()),
                "heading"));
    for (Part part : one.parts()) {
      boolean whole = part.status() == Part.Status.OK && part.detail().isEmpty();
      var line =
          new HBox(
              Icons.of(whole ? "mdi2c-check" : icon(part.status())),
              wrapped(
                  "%s, %,d ms%s%s"
                      .formatted(
                          part.step(),
                          part.ms(),
                          part.status() == Part.Status.OK
                              ? ""
                              : ": " + part.status().name().toLowerCase(Locale.ROOT),
                          part.detail().isEmpty() ? "" : ": " + part.detail()),
                  whole ? "muted" : "evidence"));
      line.setSpacing(6);
      box.getChildren().add(line);
    }
    return box;
  }

  static String icon(Part.Status status) {
    return switch (status) {
      case OK -> "mdi2c-check";
      case TIMEOUT -> "mdi2t-timer-sand";
      case DENIED -> "mdi2l-lock-outline";
      case FAILED -> "mdi2a-alert-octagon-outline";
      case SKIPPED -> "mdi2d-debug-step-over";
    };
  }

  static Label wrapped(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().addAll(List.of(style));
    return label;
  }
}
