package org.binnacle.review.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which findings of a file are the ones of before. First by their mark; then, since a statement
/// that was edited has another fingerprint, by rule and object, or by rule and place where they are
/// about no object: an edit that mends one finding must not make new ones of the others.
///
/// @param same pairs of then and now
/// @param fresh what was not there before
/// @param gone what is not there any more though its rule has run
/// @param unknown what was not looked for
public record Matching<T>(List<Pair<T>> same, List<Seen> fresh, List<T> gone, List<T> unknown) {

  /// The same finding then and now.
  public record Pair<T>(T then, Seen now) {}

  public Matching {
    same = List.copyOf(same);
    fresh = List.copyOf(fresh);
    gone = List.copyOf(gone);
    unknown = List.copyOf(unknown);
  }

  /// @param seen what a finding of before was seen as
  /// @param ran whether a rule looked at the file this time
  public static <T> Matching<T> of(
      List<T> before, Function<T, Seen> seen, List<Seen> now, Predicate<String> ran) {
    var pairs = new ArrayList<Pair<T>>();
    List<T> left = new ArrayList<>(before);
    List<Seen> open = new ArrayList<>(now);
    pair(left, open, pairs, seen, Seen::mark);
    pair(left, open, pairs, seen, Matching::place);
    var gone = new ArrayList<T>();
    var unknown = new ArrayList<T>();
    left.forEach(one -> (ran.test(seen.apply(one).mark().rule()) ? gone : unknown).add(one));
    return new Matching<>(pairs, open, gone, unknown);
  }

  private static Object place(Seen seen) {
    String object = seen.mark().object();
    return List.of(
        seen.mark().rule(),
        seen.kind(),
        object.isEmpty() ? String.valueOf(seen.statement()) : object);
  }

  /// Pairs those of one key in their order, and takes them from both lists.
  private static <T> void pair(
      List<T> before,
      List<Seen> now,
      List<Pair<T>> pairs,
      Function<T, Seen> seen,
      Function<Seen, Object> key) {
    Map<Object, Deque<T>> waiting = new HashMap<>();
    before.forEach(
        one ->
            waiting
                .computeIfAbsent(key.apply(seen.apply(one)), k -> new ArrayDeque<>())
                .addLast(one));
    var fresh = new ArrayList<Seen>();
    for (Seen one : now) {
      @Nullable Deque<T> those = waiting.get(key.apply(one));
      if (those == null || those.isEmpty()) {
        fresh.add(one);
      } else {
        pairs.add(new Pair<>(those.removeFirst(), one));
      }
    }
    now.clear();
    now.addAll(fresh);
    before.clear();
    waiting.values().forEach(before::addAll);
  }
}
