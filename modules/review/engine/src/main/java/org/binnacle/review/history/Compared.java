package org.binnacle.review.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.report.Told;

/// A file's findings beside those of an earlier run.
///
/// @param before the run it is compared with; nothing where there is none: all is new
public record Compared(Optional<KeptRun> before, List<One> all) {

  public enum Change {
    /// It was not there, or did not count.
    NEW,
    SAME,
    /// It is not there any more.
    FIXED,
    /// It counts no more: a comment or the baseline has it.
    HUSHED
  }

  /// @param told the finding of now; nothing for a fixed one
  /// @param seen as it is now; a fixed one as it was
  public record One(Change change, Seen seen, Optional<Told> told) {}

  public Compared {
    all = List.copyOf(all);
  }

  public List<One> of(Change change) {
    return all.stream().filter(one -> one.change() == change).toList();
  }

  public int count(Change change) {
    return of(change).size();
  }

  /// @param told in the order of `now`
  static Compared of(
      Optional<KeptRun> before,
      List<Seen> then,
      List<Seen> now,
      List<Told> told,
      java.util.function.Predicate<String> ran) {
    var toldOf = new java.util.IdentityHashMap<Seen, Told>();
    for (int i = 0; i < now.size(); i++) {
      toldOf.put(now.get(i), told.get(i));
    }
    var matching = Matching.of(then, s -> s, now, ran);
    var all = new ArrayList<One>();
    for (var pair : matching.same()) {
      boolean was = pair.then().state() == Told.State.OPEN;
      boolean is = pair.now().state() == Told.State.OPEN;
      if (was || is) {
        Change change = !is ? Change.HUSHED : was ? Change.SAME : Change.NEW;
        all.add(new One(change, pair.now(), Optional.ofNullable(toldOf.get(pair.now()))));
      }
    }
    for (Seen one : matching.fresh()) {
      if (one.state() == Told.State.OPEN) {
        all.add(new One(Change.NEW, one, Optional.ofNullable(toldOf.get(one))));
      }
    }
    for (Seen one : matching.gone()) {
      if (one.state() == Told.State.OPEN) {
        all.add(new One(Change.FIXED, one, Optional.empty()));
      }
    }
    all.sort(java.util.Comparator.comparingInt(one -> one.seen().line()));
    return new Compared(before, all);
  }
}
