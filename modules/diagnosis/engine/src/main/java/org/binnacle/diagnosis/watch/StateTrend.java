package org.binnacle.diagnosis.watch;

import java.util.EnumMap;
import java.util.Map;
import org.binnacle.diagnosis.session.StateClass;

/// Ten minutes of active sessions by what they spend their time with, second by second. Not safe
/// for several threads.
public final class StateTrend {
  private final Map<StateClass, Trend> trends = new EnumMap<>(StateClass.class);

  public StateTrend() {
    for (StateClass one : StateClass.values()) {
      trends.put(one, new Trend());
    }
  }

  /// @param counts those that are not in it are 0
  public void put(long epochSecond, Map<StateClass, Long> counts) {
    trends.forEach((one, trend) -> trend.put(epochSecond, counts.getOrDefault(one, 0L)));
  }

  /// One course for each {@link StateClass}, in its order; see {@link Trend#values}.
  public Map<StateClass, double[]> values(long asOf, int fill) {
    var values = new EnumMap<StateClass, double[]>(StateClass.class);
    trends.forEach((one, trend) -> values.put(one, trend.values(asOf, fill)));
    return values;
  }
}
