package org.binnacle.diagnosis.view.incident;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.topsql.TopSql;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.diagnosis.view.instance.InstancePanel;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/// An incident reopened: the views of live instances, fed by what was recorded, below a banner that
/// says so. There are no actions on servers here, and no way to one.
public final class IncidentPanel implements Panel {
  static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Kit kit;
  private final String incidentId;
  private final Questions questions = new Questions("incident");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Incident");
  private final BorderPane root = new BorderPane();
  private Optional<Kit> recorded = Optional.empty();
  private @Nullable InstancePanel views;

  public IncidentPanel(Kit kit, String incidentId) {
    FxThread.check();
    this.kit = kit;
    this.incidentId = incidentId;
    root.getStyleClass().add("incident-panel");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    root.setCenter(Placeholder.loading("Reading the incident"));
    questions.ask(
        () ->
            kit.incidents()
                .orElseThrow(() -> new Fault(IncidentFaults.UNKNOWN, incidentId))
                .recording(incidentId),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Recording>(Recording recording) -> show(recording);
            case Outcome.Failed<Recording>(Fault fault) ->
                root.setCenter(
                    Placeholder.of(
                        "mdi2a-alert-circle-outline",
                        kit.words().of(fault).happened(),
                        kit.words().of(fault).next()));
          }
        });
  }

  private void show(Recording recording) {
    Incident incident = recording.incident();
    title.set("Incident " + incident.title());
    recorded = Optional.of(RecordedViews.kit(kit, recording));
    root.setTop(
        new IncidentBar(kit, incident, recording.instances(), which -> views(recording, which)));
    views(recording, recording.instances());
  }

  private void views(Recording recording, List<InstanceRef> which) {
    String before = views == null ? "summary" : views.chosen();
    closeViews();
    var panel =
        new InstancePanel(
            recorded.orElseThrow(),
            recording.incident().title(),
            which,
            RecordedViews.kinds(recording, which));
    panel.choose(before);
    views = panel;
    root.setCenter(panel.node());
  }

  private void closeViews() {
    InstancePanel last = views;
    views = null;
    if (last != null) {
      last.close();
    }
  }

  /// The key of the view in front, such as `summary`; empty while it is read.
  public String chosen() {
    InstancePanel open = views;
    return open == null ? "" : open.chosen();
  }

  /// Brings a view to the front by its key; nothing where there is no such view.
  public void choose(String key) {
    if (views != null) {
      views.choose(key);
    }
  }

  @Override
  public String id() {
    return "incident:" + incidentId;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-camera-outline";
  }

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    if (views != null) {
      views.shown();
    }
  }

  @Override
  public void hidden() {
    if (views != null) {
      views.hidden();
    }
  }

  @Override
  public void focus() {
    if (views != null) {
      views.focus();
    }
  }

  @Override
  public void close() {
    FxThread.check();
    questions.close();
    closeViews();
    recorded.ifPresent(
        open -> {
          open.topSql().ifPresent(TopSql::close);
          open.diagnosis().close();
        });
    recorded = Optional.empty();
  }
}
