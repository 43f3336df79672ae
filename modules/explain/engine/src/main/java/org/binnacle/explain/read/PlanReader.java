package org.binnacle.explain.read;

import org.binnacle.explain.PlanFormat;

/// Reads the plans of one format. Total: never throws for any text, in time linear in its length.
interface PlanReader {

  PlanFormat format();

  /// Whether the text is of this format.
  boolean fits(Unwrapped source);

  /// Reads a text that fits.
  Reading read(Unwrapped source);
}
