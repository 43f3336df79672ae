package org.binnacle.explain.insight;

/// From where on insights speak; the one place for all of them.
///
/// @param scanRows rows of a scan, a sort, a temporary table or a deduplication that count as many
/// @param costShare part of the whole cost that makes a scan serious
/// @param keptPctEstimated percent of read rows kept by a condition, as estimated, that is few
/// @param keptPctMeasured the same as measured
/// @param repeats runs of an unindexed inner side or a dependent subquery that are too many
/// @param buildRows rows read into the memory of a hash join that are many
/// @param lookups lookups into an index that does not cover that are many
/// @param misestimate ratio of expected and found rows that is worth saying
/// @param severeMisestimate ratio that explains a bad plan
/// @param misestimateRows rows below which a wrong estimate does no harm
/// @param ranges ranges of one index scan that are many
/// @param lowSelectivityPct percent of a table read through an index that a scan would do as well
/// @param offset rows thrown away by OFFSET that are many
/// @param timeShare part of the measured time in one step that makes it the place to look
/// @param sortBufferBytes memory of a sort where the server's setting is not known
/// @param rowBytes width of a row where it is not known
public record Thresholds(
    double scanRows,
    double costShare,
    double keptPctEstimated,
    double keptPctMeasured,
    double repeats,
    double buildRows,
    double lookups,
    double misestimate,
    double severeMisestimate,
    double misestimateRows,
    int ranges,
    double lowSelectivityPct,
    long offset,
    double timeShare,
    long sortBufferBytes,
    long rowBytes) {

  /// The defaults.
  public static Thresholds shipped() {
    return new Thresholds(
        10_000, 0.40, 5, 1, 100, 100_000, 10_000, 10, 100, 1_000, 50, 30, 10_000, 0.40, 262_144,
        100);
  }
}
