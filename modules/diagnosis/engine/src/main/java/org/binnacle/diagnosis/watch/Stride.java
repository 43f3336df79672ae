package org.binnacle.diagnosis.watch;

import java.time.Duration;
import java.util.Arrays;

/// How long to wait between two looks, from what looks cost their server: a look that keeps it busy
/// for 8 ms, of a view that may take 0.65 % of its time, comes each 1.3 s and not each second. The
/// middle one of the last looks counts, since a single slow one says more about the moment than
/// about the look. While the breaker of a server says that it answers slowly, the wait doubles with
/// each look. Not for several threads.
public final class Stride {
  /// Of one core of the server, for the process list.
  public static final double LIST = 0.0065;

  /// For each other view.
  public static final double VIEW = 0.0045;

  /// For the light look of the fleet at an instance that is opened.
  public static final double PULSE = 0.0035;

  /// A server is slowest when somebody most wants to see it. 4,000 sessions come to 2.5 s on MySQL,
  /// and to 4 s on MariaDB, which makes its PROCESSLIST anew for each question.
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int LOOKS = 5;
  private static final int EACH = 4;

  /// Between two looks at a server that answers slowly.
  private static final Duration SLOWEST = Duration.ofSeconds(60);

  /// The same for the process list: it is what somebody looks at then.
  public static final Duration SLOWEST_LIST = Duration.ofSeconds(15);

  private final double share;
  private final Duration slowest;
  private final long[] costsNs = new long[LOOKS];
  private Duration stretched = Duration.ZERO;
  private int looks;
  private int asked;

  /// @param share of the server's time, between 0 and 1
  public Stride(double share) {
    this(share, SLOWEST);
  }

  /// @param slowest between two looks at a server that answers slowly, at most
  public Stride(double share, Duration slowest) {
    this.share = share;
    this.slowest = slowest;
  }

  /// After a look.
  ///
  /// @param now whether the breaker says that the server answers slowly
  /// @param wanted between two looks
  public void throttled(boolean now, Duration wanted) {
    if (!now) {
      stretched = Duration.ZERO;
      return;
    }
    Duration from = stretched.compareTo(wanted) > 0 ? stretched : wanted;
    Duration doubled = from.multipliedBy(2);
    stretched = doubled.compareTo(slowest) > 0 ? slowest : doubled;
  }

  /// Whether the next look is to be timed: the first ones, then each fourth, since the server's
  /// clock costs something too.
  public boolean due() {
    return asked++ < LOOKS || asked % EACH == 0;
  }

  /// @param cost how long the server worked for a look that was timed
  public void note(Duration cost) {
    costsNs[looks++ % LOOKS] = Math.max(0, cost.toNanos());
  }

  /// What a look costs the server.
  public Duration cost() {
    int known = Math.min(looks, LOOKS);
    if (known == 0) {
      return Duration.ZERO;
    }
    long[] sorted = Arrays.copyOf(costsNs, known);
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[(known - 1) / 2]);
  }

  /// Not shorter than wanted, nor than the costs allow; five seconds at most, unless more is wanted
  /// or the server answers slowly.
  public Duration interval(Duration wanted) {
    Duration paid = paid(wanted);
    return stretched.compareTo(paid) > 0 ? stretched : paid;
  }

  private Duration paid(Duration wanted) {
    var least = Duration.ofNanos((long) (cost().toNanos() / share));
    // In tenths of a second, so that it does not change with each look.
    long tenths = (least.toMillis() + 99) / 100;
    var stepped = Duration.ofMillis(tenths * 100);
    var bounded = stepped.compareTo(LONGEST) > 0 ? LONGEST : stepped;
    return bounded.compareTo(wanted) > 0 ? bounded : wanted;
  }
}
