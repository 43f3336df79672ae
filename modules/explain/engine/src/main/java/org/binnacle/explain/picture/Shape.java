package org.binnacle.explain.picture;

import java.util.List;

/// One stroke of a drawing, in units of a pixel at 100 %.
public sealed interface Shape {

  /// A rectangle.
  ///
  /// @param arc radius of its corners
  /// @param line width of its border; 0 for none
  record Box(double x, double y, double w, double h, double arc, Ink fill, Ink stroke, double line)
      implements Shape {}

  /// A rhombus that fills a rectangle.
  record Diamond(double x, double y, double w, double h, Ink fill, Ink stroke, double line)
      implements Shape {}

  /// Straight lines from spot to spot.
  ///
  /// @param spots at least two
  record Wire(List<Spot> spots, Ink ink, double line) implements Shape {
    public Wire {
      spots = List.copyOf(spots);
    }
  }

  /// One line of letters, cut already to what fits.
  ///
  /// @param x where the line begins, its middle or its end, as the side says
  /// @param y the base line
  /// @param size height of the letters
  record Words(
      double x, double y, String text, double size, boolean bold, boolean mono, Side side, Ink ink)
      implements Shape {}

  /// A corner of a wire.
  record Spot(double x, double y) {}

  /// Where words stand by their x.
  enum Side {
    LEFT,
    MIDDLE,
    RIGHT
  }
}
