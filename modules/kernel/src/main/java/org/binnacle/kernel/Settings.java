package org.binnacle.kernel;

import java.util.Map;
import java.util.Optional;

/// The port that remembers small things between starts: window, columns, filters, theme. Keys are
/// dotted (`sessions.columns`), values short text or JSON. Never for secrets. Writes may be
/// deferred for a second; reads see them at once.
public interface Settings {

  Optional<String> get(String key);

  void put(String key, String value);

  void remove(String key);

  /// All settings whose key begins with the prefix.
  Map<String, String> under(String prefix);
}
