package org.binnacle.diagnosis.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one step of a capture brought, from one instance.
///
/// @param step the step's stable name, such as `sessions`
/// @param version of the shape of the content; a reader that does not know it shows it raw
/// @param detail why it is not whole, in words; empty where it is
/// @param ms how long it took
/// @param bytes about how much it is
/// @param grids tables by name, in the order in which they are shown
/// @param texts texts by name
public record Part(
    String step,
    int version,
    Status status,
    String detail,
    long ms,
    long bytes,
    Map<String, Grid> grids,
    Map<String, String> texts) {

  /// What became of the step. Content may be there whatever it is.
  public enum Status {
    OK,
    /// It took longer than its budget.
    TIMEOUT,
    /// The account may not.
    DENIED,
    FAILED,
    /// It was not tried.
    SKIPPED
  }

  public Part {
    grids = Collections.unmodifiableMap(new LinkedHashMap<>(grids));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  public boolean isEmpty() {
    return texts.isEmpty() && grids.values().stream().allMatch(Grid::isEmpty);
  }
}
