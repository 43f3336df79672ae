package org.binnacle.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.binnacle.kernel.Settings;

/// Settings that live as long as the object; hand the same one to two windows to try a restart.
public final class MemorySettings implements Settings {
  private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public void put(String key, String value) {
    values.put(key, value);
  }

  @Override
  public void remove(String key) {
    values.remove(key);
  }

  @Override
  public Map<String, String> under(String prefix) {
    var found = new TreeMap<>(values.tailMap(prefix));
    found.keySet().removeIf(key -> !key.startsWith(prefix));
    return found;
  }
}
