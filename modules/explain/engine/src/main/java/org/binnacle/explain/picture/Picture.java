package org.binnacle.explain.picture;

import java.util.List;

/// A drawing that knows no screen: a canvas, a PNG and an SVG file are made of the same one.
///
/// @param shapes from the lowest to the uppermost
public record Picture(double width, double height, List<Shape> shapes) {
  public static final Picture EMPTY = new Picture(0, 0, List.of());

  public Picture {
    shapes = List.copyOf(shapes);
  }
}
