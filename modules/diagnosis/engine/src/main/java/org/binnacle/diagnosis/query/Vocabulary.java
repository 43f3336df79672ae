package org.binnacle.diagnosis.query;

import java.util.ArrayList;
import java.util.List;

/// The words of the query bar with an example of each, for completion and for help.
public final class Vocabulary {
  private Vocabulary() {}

  /// @param describes an example, or what it looks at
  /// @param values all values where they are known beforehand
  public record Word(String key, String describes, List<String> values) {
    public Word {
      values = List.copyOf(values);
    }
  }

  public static List<Word> words() {
    var words = new ArrayList<Word>();
    var traits = List.of(Trait.values()).stream().map(Trait::word).toList();
    for (String key : Key.words()) {
      words.add(new Word(key, Key.describes(key), key.equals(Key.IS) ? traits : List.of()));
    }
    return words;
  }
}
