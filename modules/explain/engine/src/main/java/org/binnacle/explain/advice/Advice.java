package org.binnacle.explain.advice;

import java.util.List;

/// What comes of asking for indexes.
public sealed interface Advice {

  /// Indexes worth a trial, the most wanted table first; none where the present ones serve.
  ///
  /// @param notes what was left out, and why
  record Given(List<Candidate> candidates, List<String> notes) implements Advice {
    public Given {
      candidates = List.copyOf(candidates);
      notes = List.copyOf(notes);
    }
  }

  /// The statement or its tables are not understood.
  record None(String reason) implements Advice {}
}
