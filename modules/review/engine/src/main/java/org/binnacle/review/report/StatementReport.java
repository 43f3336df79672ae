package org.binnacle.review.report;

import java.util.List;

/// One statement and what was found.
///
/// @param index from 1, in the file
/// @param kind what it does, such as `ddl`
/// @param reviewed whether the grammar understood it
/// @param fingerprint what it has in common with statements of other values
public record StatementReport(
    int index,
    int line,
    int column,
    int offset,
    String kind,
    String text,
    boolean reviewed,
    String fingerprint,
    List<Told> findings) {

  public StatementReport {
    findings = List.copyOf(findings);
  }
}
