package org.binnacle.diagnosis.view.incident;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.binnacle.kernel.Settings;

/// Settings as they are, with changes that are forgotten: what is set while one looks at a
/// recording does not change the live views.
final class ScratchSettings implements Settings {
  private final Settings real;
  private final ConcurrentMap<String, String> changed = new ConcurrentHashMap<>();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();

  ScratchSettings(Settings real) {
    this.real = real;
  }

  @Override
  public Optional<String> get(String key) {
    return removed.contains(key)
        ? Optional.empty()
        : Optional.ofNullable(changed.get(key)).or(() -> real.get(key));
  }

  @Override
  public void put(String key, String value) {
    removed.remove(key);
    changed.put(key, value);
  }

  @Override
  public void remove(String key) {
    changed.remove(key);
    removed.add(key);
  }

  @Override
  public Map<String, String> under(String prefix) {
    var found = new TreeMap<>(real.under(prefix));
    changed.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key, value);
          }
        });
    found.keySet().removeAll(removed);
    return found;
  }
}
