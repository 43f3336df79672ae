package org.binnacle.diagnosis.board;

import java.util.List;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Severity;

/// Instances of the board that have a cluster, an environment, a business or a tag in common.
///
/// @param words its name; `(no cluster)` for those that are in none
/// @param term what finds exactly them in the board's query, such as `cluster:"shop"`
/// @param severity of the worst of them, whose are the score, the state in words and the problem
/// @param worst its name
/// @param active sessions whose statement runs or waits, on all of them together
/// @param qps of all of them together
public record BoardGroup(
    String words,
    String term,
    List<InstanceRef> members,
    Severity severity,
    int score,
    String state,
    String worst,
    String problem,
    int critical,
    int down,
    int unknown,
    int warnings,
    long active,
    long qps) {

  public BoardGroup {
    members = List.copyOf(members);
  }

  /// How many are not well.
  public int troubled() {
    return critical + down + unknown + warnings;
  }
}
