package org.binnacle.diagnosis.past;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.FiguresReplay;
import org.binnacle.diagnosis.innodb.Figure;
import org.binnacle.diagnosis.innodb.InnoDbScene;

/// InnoDB's figures as a look showed them. How they went before is not kept with each look.
public final class InnoDbPacking implements Packing<InnoDbScene> {

  @Override
  public List<Part> parts(InnoDbScene scene) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    grids.put(
        FiguresReplay.FIGURES,
        Grid.of(FiguresReplay.COLUMNS, scene.figures().stream().map(InnoDbPacking::row).toList()));
    grids.put(
        "window",
        Grid.of(
            List.of("measured_us"),
            List.of(List.of(String.valueOf(scene.measured().toNanos() / 1_000)))));
    return List.of(Parts.of(FiguresReplay.STEP, grids));
  }

  private static List<String> row(Figure one) {
    return List.of(
        one.key(),
        one.group(),
        one.name(),
        one.value(),
        Double.isNaN(one.number()) ? "" : String.valueOf(one.number()),
        one.severity().name(),
        one.words());
  }

  @Override
  public InnoDbScene bare(InnoDbScene scene) {
    return with(scene, scene.measured(), List.of());
  }

  @Override
  public InnoDbScene full(InnoDbScene bare, List<Part> parts) {
    var recorded = new Recorded(bare.instance(), "", "", parts);
    return with(bare, FiguresReplay.measured(recorded), FiguresReplay.of(recorded));
  }

  private static InnoDbScene with(InnoDbScene scene, Duration measured, List<Figure> figures) {
    return new InnoDbScene(
        scene.instance(),
        scene.at(),
        scene.took(),
        measured,
        figures,
        Map.of(),
        scene.notes(),
        scene.denied());
  }
}
