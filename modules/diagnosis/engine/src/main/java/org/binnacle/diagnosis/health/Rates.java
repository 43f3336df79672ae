package org.binnacle.diagnosis.health;

/// What happens each second, from two looks. NaN is a gap: there is one look only, the server has
/// started anew or its counters were reset between the two.
///
/// @param qps statements (Questions)
/// @param tps commits and rollbacks
/// @param abortedPerS connects that failed
/// @param refusedPerS connects refused since max_connections was reached
/// @param tmpDiskPerS temporary tables on disk
/// @param sentPerS bytes sent
public record Rates(
    double qps,
    double tps,
    double abortedPerS,
    double refusedPerS,
    double tmpDiskPerS,
    double sentPerS) {
  public static final Rates GAP =
      new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
