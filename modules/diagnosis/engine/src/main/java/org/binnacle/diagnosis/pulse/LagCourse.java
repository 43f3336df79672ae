package org.binnacle.diagnosis.pulse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.binnacle.mysql.pulse.Pulse;

/// Whether the lag of a channel rises: in each of three looks at replica status in a row. Not for
/// several threads.
final class LagCourse {
  private static final int LOOKS = 3;

  private final Map<String, List<Long>> told = new HashMap<>();

  /// After replica status was asked. A channel that has stopped, or that knows no lag, begins anew.
  void note(List<Pulse.Channel> channels) {
    told.keySet().retainAll(channels.stream().map(Pulse.Channel::name).toList());
    for (Pulse.Channel channel : channels) {
      OptionalLong lag = channel.lagS();
      if (lag.isEmpty() || !channel.applying()) {
        told.remove(channel.name());
        continue;
      }
      List<Long> last = told.computeIfAbsent(channel.name(), name -> new ArrayList<>());
      if (!last.isEmpty() && lag.getAsLong() <= last.getLast()) {
        last.clear();
      }
      last.add(lag.getAsLong());
      if (last.size() > LOOKS + 1) {
        last.removeFirst();
      }
    }
  }

  /// By how many seconds in those looks; 0 where it did not rise in each.
  long roseS(String channel) {
    List<Long> last = told.getOrDefault(channel, List.of());
    return last.size() <= LOOKS ? 0 : last.getLast() - last.getFirst();
  }
}
