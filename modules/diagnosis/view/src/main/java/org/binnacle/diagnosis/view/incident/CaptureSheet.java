package org.binnacle.diagnosis.view.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.CaptureState;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Cancel;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Takes an incident at once and shows each step as it comes. Closing the sheet stops it; what has
/// been recorded by then is kept. Where another way to take it is chosen meanwhile, it begins anew,
/// and what was begun is thrown away.
public final class CaptureSheet {
  private final Kit kit;
  private final List<InstanceRef> chosen;
  private final VBox steps = new VBox();
  private final Map<String, HBox> lines = new LinkedHashMap<>();
  private final TextField note = new TextField();
  private Cancel cancel = new Cancel();
  private List<InstanceRef> instances = List.of();
  private int run;

  private CaptureSheet(Kit kit, List<InstanceRef> chosen) {
    this.kit = kit;
    this.chosen = List.copyOf(chosen);
  }

  /// Starts at once: in an incident each second counts.
  ///
  /// @param anywhere a node of the window
  public static void open(Kit kit, List<InstanceRef> instances, Node anywhere) {
    FxThread.check();
    if (!instances.isEmpty() && kit.incidents().isPresent()) {
      new CaptureSheet(kit, instances).start(kit.incidents().get(), anywhere);
    }
  }

  private void start(Incidents incidents, Node anywhere) {
    String what = chosen.size() == 1 ? chosen.getFirst().name() : chosen.size() + " instances";
    steps.getStyleClass().add("capture-steps");
    var scroll = new ScrollPane(steps);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("facts-scroll");
    scroll.getStylesheets().add(Themes.css("incident"));
    note.setPromptText("to keep with it");
    var noted = new Label("Note");
    noted.setLabelFor(note);
    noted.setMinWidth(Label.USE_PREF_SIZE);
    HBox.setHgrow(note, Priority.ALWAYS);
    var noting = new HBox(12, noted, note);
    noting.setAlignment(Pos.CENTER_LEFT);
    var again = new AtomicReference<Optional<Runnable>>(Optional.empty());
    var choice =
        new CaptureChoice(
            incidents,
            kit.settings(),
            chosen,
            () -> Optional.ofNullable(again.get()).flatMap(set -> set).ifPresent(Runnable::run));
    Sheet sheet =
        Sheet.titled("Incident capture of " + what)
            .naming(chosen.getFirst())
            .back("Stop and keep")
            .body(choice, noting, scroll)
            .wide()
            .onClose(() -> cancel.ask())
            .open(anywhere);
    again.set(Optional.of(() -> begin(incidents, choice, sheet)));
    begin(incidents, choice, sheet);
  }

  private void begin(Incidents incidents, CaptureChoice choice, Sheet sheet) {
    FxThread.check();
    int mine = ++run;
    cancel.ask();
    var own = new Cancel();
    cancel = own;
    instances = choice.instances();
    lines.clear();
    steps.getChildren().clear();
    List<InstanceRef> taken = instances;
    var options = choice.options();
    sheet.message().show(Severity.NOTICE, choice.words());
    kit.tasks()
        .start(
            "Incident capture of "
                + (taken.size() == 1 ? taken.getFirst().name() : taken.size() + " instances"),
            (progress, stop) -> {
              stop.onAsk(own::ask);
              return incidents.capture(
                  taken,
                  options,
                  state -> {
                    progress.at(state.instance().name() + ": " + state.words(), 0, -1);
                    FxThread.later(() -> line(state, mine));
                  },
                  own);
            },
            outcome -> {
              switch (outcome) {
                case Outcome.Ok<Incident>(Incident incident) when mine == run ->
                    taken(incidents, incident, sheet);
                case Outcome.Ok<Incident>(Incident begun) -> forget(incidents, begun);
                case Outcome.Failed<Incident>(var fault) when mine == run ->
                    sheet.failed(fault, kit.words());
                case Outcome.Failed<Incident>(var older) -> {}
              }
            });
  }

  /// What another choice has replaced.
  private void forget(Incidents incidents, Incident begun) {
    kit.tasks()
        .start(
            "Throw away what was begun",
            (progress, stop) -> incidents.remove(begun.id()),
            outcome -> {});
  }

  private void taken(Incidents incidents, Incident incident, Sheet sheet) {
    String text = note.getText().strip();
    if (sheet.isOpen()) {
      sheet.close();
    }
    if (text.isEmpty()) {
      kit.doors().incident(incident.id());
      return;
    }
    kit.tasks()
        .start(
            "Keep the note",
            (progress, stop) -> {
              incidents.note(incident.id(), text);
              return incident.id();
            },
            outcome -> kit.doors().incident(incident.id()));
  }

  private void line(CaptureState state, int of) {
    if (of != run) {
      return;
    }
    String key = state.instance().id() + "/" + state.step();
    HBox line = lines.get(key);
    if (line == null) {
      line = new HBox();
      line.setSpacing(8);
      lines.put(key, line);
      steps.getChildren().add(line);
    }
    String where = instances.size() > 1 ? state.instance().name() + ": " : "";
    line.getChildren()
        .setAll(
            state
                .part()
                .map(
                    part ->
                        List.<Node>of(
                            Icons.of(SummaryView.icon(part.status())),
                            label(where + state.words() + told(part), part)))
                .orElseGet(
                    () ->
                        List.of(
                            Icons.of("mdi2d-dots-horizontal"), new Label(where + state.words()))));
  }

  private static Label label(String words, Part part) {
    Label label =
        SummaryView.wrapped(words, part.status() == Part.Status.OK ? "muted" : "evidence");
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static String told(Part part) {
    return "  "
        + (part.status() == Part.Status.OK
            ? ""
            : part.status().name().toLowerCase(Locale.ROOT) + ", ")
        + part.ms()
        + " ms"
        + (part.detail().isEmpty() ? "" : "  " + part.detail());
  }
}
