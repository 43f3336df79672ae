package org.binnacle.review.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.binnacle.review.Level;
import org.binnacle.review.history.Life;
import org.binnacle.review.history.ReviewStore;

/// Collects what a trend shows.
final class Pieces {
  private final TreeMap<LocalDate, TreeMap<String, Piece>> all = new TreeMap<>();

  private static final class Piece {
    private final Map<List<String>, Integer> statements = new HashMap<>();
    private int found;
    private int errors;
    private int fixed;

    int statements() {
      return statements.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private Piece piece(LocalDate from, String name) {
    return all.computeIfAbsent(from, f -> new TreeMap<>()).computeIfAbsent(name, n -> new Piece());
  }

  /// A file that is reviewed again and again counts once, as it was at its longest.
  void wrote(LocalDate from, String name, ReviewStore.Share share) {
    piece(from, name)
        .statements
        .merge(
            List.of(share.project(), share.path(), share.author()), share.statements(), Math::max);
  }

  void found(LocalDate from, String name, Life life) {
    Piece piece = piece(from, name);
    piece.found++;
    piece.errors += life.seen().level() == Level.ERROR ? 1 : 0;
  }

  void fixed(LocalDate from, String name) {
    piece(from, name).fixed++;
  }

  List<TrendPoint> points() {
    return all.entrySet().stream()
        .flatMap(
            day ->
                day.getValue().entrySet().stream()
                    .map(
                        one -> {
                          Piece p = one.getValue();
                          return new TrendPoint(
                              day.getKey(),
                              one.getKey(),
                              p.statements(),
                              p.found,
                              p.errors,
                              p.fixed);
                        }))
        .toList();
  }
}
