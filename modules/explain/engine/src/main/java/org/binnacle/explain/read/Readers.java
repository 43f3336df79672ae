package org.binnacle.explain.read;

import java.util.List;

/// The readers that Binnacle has, in the order in which they are asked.
final class Readers {
  private static final List<PlanReader> SHIPPED =
      List.of(
          new JsonV2Reader(),
          new MariaJsonReader(),
          new JsonV1Reader(),
          new TreeReader(),
          new TabularReader());

  private Readers() {}

  static List<PlanReader> shipped() {
    return SHIPPED;
  }
}
