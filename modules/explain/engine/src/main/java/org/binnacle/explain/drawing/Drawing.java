package org.binnacle.explain.drawing;

import java.util.List;
import org.binnacle.explain.Plan;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.picture.Picture;

/// The two ways in which a plan is drawn.
public enum Drawing {
  /// Boxes and wires, as MySQL Workbench taught.
  DIAGRAM("Plan: diagram") {
    @Override
    Picture of(Plan plan, Weights weights) {
      return DiagramDrawing.of(LeftDeep.of(plan), weights);
    }
  },
  /// Bars as wide as what they stand for takes.
  FLAME("Plan: flame") {
    @Override
    Picture of(Plan plan, Weights weights) {
      return FlameDrawing.of(Icicle.of(plan, weights), weights, Icicle.WHOLE, WIDTH);
    }
  };

  /// How wide a flame in a file is.
  public static final double WIDTH = 1_600;

  private final String title;

  Drawing(String title) {
    this.title = title;
  }

  /// What a document that holds it is called.
  public String title() {
    return title;
  }

  /// A plan drawn; marks stand where something was found.
  public Picture of(Plan plan, List<Finding> findings) {
    return of(plan, new Weights(plan, findings));
  }

  abstract Picture of(Plan plan, Weights weights);
}
