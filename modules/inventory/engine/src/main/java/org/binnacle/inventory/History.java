package org.binnacle.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What can be undone and redone, newest first; the oldest steps are forgotten. In memory only.
final class History {
  private static final int STEPS = 100;
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  /// One act in words, with what it touched before and after.
  record Step(
      String words,
      List<Instance> before,
      List<Instance> after,
      Optional<List<Environment>> environmentsBefore,
      Optional<List<Environment>> environmentsAfter) {

    Step {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    Step reversed() {
      return new Step(words, after, before, environmentsAfter, environmentsBefore);
    }
  }

  void did(Step step) {
    done.push(step);
    undone.clear();
    if (done.size() > STEPS) {
      done.removeLast();
    }
  }

  Optional<Step> toUndo() {
    return Optional.ofNullable(done.peek());
  }

  Optional<Step> toRedo() {
    return Optional.ofNullable(undone.peek());
  }

  void undid() {
    undone.push(done.pop());
  }

  void redid() {
    done.push(undone.pop());
  }
}
