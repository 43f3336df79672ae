package org.binnacle.review.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A report beside what an earlier review found: new, unchanged, fixed. The same finding twice is
/// two findings.
///
/// @param states of each finding of the report
/// @param fixed those of before that are there no more
public record Comparison(Map<Told, State> states, List<Kept> fixed) {

  public enum State {
    NEW,
    UNCHANGED
  }

  public Comparison {
    states = Map.copyOf(states);
    fixed = List.copyOf(fixed);
  }

  /// @param before of the same file, or of all files of a baseline
  public static Comparison of(List<Kept> before, FileReport after) {
    var left = new HashMap<String, List<Kept>>();
    for (Kept one : before) {
      left.computeIfAbsent(one.key(), k -> new ArrayList<>()).add(one);
    }
    var states = new HashMap<Told, State>();
    for (StatementReport s : after.statements()) {
      for (Told told : s.findings()) {
        String key = new Kept(told.rule(), s.fingerprint(), told.object(), after.path(), "").key();
        List<Kept> same = left.getOrDefault(key, List.of());
        states.put(told, same.isEmpty() ? State.NEW : State.UNCHANGED);
        if (!same.isEmpty()) {
          same.removeFirst();
        }
      }
    }
    List<Kept> fixed =
        left.values().stream()
            .flatMap(List::stream)
            .filter(k -> k.path().isEmpty() || k.path().equals(after.path()))
            .toList();
    return new Comparison(states, fixed);
  }

  public State of(Told told) {
    return states.getOrDefault(told, State.NEW);
  }

  public long count(State state) {
    return states.entrySet().stream()
        .filter(e -> e.getKey().state() == Told.State.OPEN && e.getValue() == state)
        .count();
  }
}
