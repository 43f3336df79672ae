package org.binnacle.app.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.binnacle.fxkit.PaletteSource.Entry;

/// Finds the best entries for what was typed. Titles count more than details; figures for 10,000
/// entries are in the README of the kit.
final class PaletteSearch {
  private record Known(Entry entry, String title, String all) {}

  private record Hit(Entry entry, int score) {}

  private final List<Known> known;

  PaletteSearch(List<Entry> entries) {
    known =
        entries.stream()
            .map(
                entry -> {
                  String title = entry.title().toLowerCase(Locale.ROOT);
                  String all = title + " " + entry.detail() + " " + entry.kind();
                  return new Known(entry, title, all.toLowerCase(Locale.ROOT));
                })
            .toList();
  }

  List<Entry> best(String typed, int most) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    var hits = new ArrayList<Hit>();
    for (Known one : known) {
      int title = Fuzzy.score(query, one.title());
      int all = title == Fuzzy.NONE ? Fuzzy.score(query, one.all()) : Fuzzy.NONE;
      if (title != Fuzzy.NONE) {
        hits.add(new Hit(one.entry(), title));
      } else if (all != Fuzzy.NONE) {
        hits.add(new Hit(one.entry(), all - 300));
      }
    }
    hits.sort(Comparator.comparingInt((Hit hit) -> -hit.score()));
    return hits.stream().limit(most).map(Hit::entry).toList();
  }
}
