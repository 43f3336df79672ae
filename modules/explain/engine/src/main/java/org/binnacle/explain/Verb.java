package org.binnacle.explain;

/// What a changing statement does.
public enum Verb {
  INSERT,
  REPLACE,
  UPDATE,
  DELETE
}
