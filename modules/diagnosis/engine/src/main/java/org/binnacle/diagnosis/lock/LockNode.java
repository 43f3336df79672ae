package org.binnacle.diagnosis.lock;

import java.util.List;

/// One place of the tree. A party stands in it once, below one of those that it waits for; {@link
/// #waits} names them all.
///
/// @param waits what it waits for; empty for one that waits for nothing
/// @param children those that wait for it, longest first
/// @param depth 0 for a root
/// @param waitedUs how long it has waited itself
/// @param sumWaitedUs of all below it
/// @param blocks how many are below it: they wait for it, or for one that waits for it
/// @param frees how many of all would go on if it were killed, when those before them have ended
/// @param freesAtOnce how many of those wait for nobody else
/// @param cycle it waits for itself through others: a deadlock that the server has not seen (yet)
public record LockNode(
    Party party,
    List<LockWait> waits,
    List<LockNode> children,
    int depth,
    long waitedUs,
    long sumWaitedUs,
    int blocks,
    int frees,
    int freesAtOnce,
    boolean cycle) {

  public LockNode {
    waits = List.copyOf(waits);
    children = List.copyOf(children);
  }

  public Who who() {
    return party.who();
  }

  public boolean root() {
    return depth == 0;
  }
}
