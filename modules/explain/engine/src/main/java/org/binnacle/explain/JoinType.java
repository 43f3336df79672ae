package org.binnacle.explain;

/// What a join keeps. Tabular plans and JSON version 1 do not tell inner from left.
public enum JoinType {
  INNER,
  LEFT,
  SEMI,
  ANTI,
  UNSAID
}
