package org.binnacle.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds instances by a few letters, best first: for the palette and for "did you mean".
final class Jump {
  private final List<Entry> entries;

  private record Entry(Instance instance, String name, String rest) {}

  private record Hit(Instance instance, int score) {}

  Jump(List<Instance> instances) {
    entries =
        instances.stream()
            .map(
                instance ->
                    new Entry(
                        instance,
                        Snapshot.key(instance.name()),
                        String.join(
                                " ",
                                instance.address(),
                                instance.cluster(),
                                instance.business(),
                                instance.environment(),
                                instance.region(),
                                instance.role(),
                                String.join(" ", instance.tags()))
                            .toLowerCase(Locale.ROOT)))
            .toList();
  }

  /// Every word must match somewhere; letters of a word may be apart in a name.
  List<Instance> find(String text, int limit) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
    var hits = new ArrayList<Hit>();
    for (Entry entry : entries) {
      int score = score(entry, words);
      if (score > 0) {
        hits.add(new Hit(entry.instance(), score));
      }
    }
    // The sort is stable and the entries stand by name: equals stay in the order of their names.
    hits.sort(Comparator.comparingInt(Hit::score).reversed());
    return hits.stream().limit(limit).map(Hit::instance).toList();
  }

  private static int score(Entry entry, String[] words) {
    int sum = 1;
    for (String word : words) {
      if (word.isEmpty()) {
        continue;
      }
      int best = Math.max(inName(entry.name(), word), entry.rest().contains(word) ? 30 : 0);
      if (best == 0) {
        return 0;
      }
      sum += best;
    }
    return sum;
  }

  private static int inName(String name, String word) {
    if (name.equals(word)) {
      return 200;
    }
    if (name.startsWith(word)) {
      return 120;
    }
    int at = name.indexOf(word);
    if (at > 0) {
      return Character.isLetterOrDigit(name.charAt(at - 1)) ? 60 : 90;
    }
    return scattered(name, word);
  }

  /// Letters in order but apart: the fewer gaps the better; 0 where they are not all there.
  private static int scattered(String name, String word) {
    int gaps = 0;
    int at = -1;
    for (int i = 0; i < word.length(); i++) {
      int next = name.indexOf(word.charAt(i), at + 1);
      if (next < 0) {
        return 0;
      }
      if (i > 0 && next != at + 1) {
        gaps++;
      }
      at = next;
    }
    return Math.max(1, 25 - 4 * gaps);
  }

  /// Names that a mistyped one may have meant, nearest first.
  List<String> near(String name, int limit) {
    String wanted = Snapshot.key(name);
    record Near(String name, int distance) {}
    int allowed = Math.max(2, wanted.length() / 3);
    var near =
        entries.stream()
            .map(
                entry -> new Near(entry.instance().name(), distance(entry.name(), wanted, allowed)))
            .filter(candidate -> candidate.distance() <= allowed)
            .sorted(Comparator.comparingInt(Near::distance))
            .limit(limit)
            .map(Near::name)
            .toList();
    return near.isEmpty() ? find(name, limit).stream().map(Instance::name).toList() : near;
  }

  /// Edits that make one of the other (Levenshtein), or more than allowed.
  private static int distance(String a, String b, int allowed) {
    if (Math.abs(a.length() - b.length()) > allowed) {
      return allowed + 1;
    }
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = above[0];
      above[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = above[j];
        above[j] = Math.min(replaced, 1 + Math.min(above[j], above[j - 1]));
      }
    }
    return above[b.length()];
  }
}
