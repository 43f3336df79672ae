package org.binnacle.diagnosis.past;

import java.util.List;
import java.util.Map;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.LocksReplay;
import org.binnacle.diagnosis.incident.step.LocksStep;
import org.binnacle.diagnosis.incident.step.SessionsStep;
import org.binnacle.diagnosis.lock.LockScene;
import org.binnacle.diagnosis.lock.LockTree;

/// The blocking tree as an incident holds it, with the sessions that stand in it.
public final class LocksPacking implements Packing<LockScene> {

  @Override
  public List<Part> parts(LockScene scene) {
    var rows = scene.tree().nodes().stream().flatMap(node -> node.party().row().stream()).toList();
    return List.of(
        Parts.of("locks", Map.of("tree", LocksStep.grid(scene.tree()))),
        Parts.of("sessions", Map.of("all", SessionsStep.grid(rows, false))));
  }

  @Override
  public LockScene bare(LockScene scene) {
    return with(scene, LockTree.NONE);
  }

  @Override
  public LockScene full(LockScene bare, List<Part> parts) {
    var recorded = new Recorded(bare.instance(), "", "", parts);
    return with(bare, LocksReplay.of(recorded, bare.instance(), bare.at()).tree());
  }

  private static LockScene with(LockScene scene, LockTree tree) {
    return new LockScene(
        scene.instance(),
        scene.at(),
        scene.took(),
        tree,
        scene.sources(),
        scene.notes(),
        scene.denied());
  }
}
