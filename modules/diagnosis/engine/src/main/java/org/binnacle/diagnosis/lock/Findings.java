package org.binnacle.diagnosis.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.binnacle.diagnosis.session.ProcessRow;
import org.binnacle.diagnosis.session.Transaction;

/// What the readers of one look have found so far.
final class Findings {
  final List<LockWait> waits = new ArrayList<>();

  /// Transactions without a connection that somebody waits for.
  final Map<Who, Transaction> detached = new HashMap<>();

  /// Sessions that this look has read already, by connection id.
  final Map<Long, ProcessRow> rows = new HashMap<>();

  final Set<String> sources = new LinkedHashSet<>();
  final Set<String> notes = new LinkedHashSet<>();
  final List<Denied> denied = new ArrayList<>();
}
