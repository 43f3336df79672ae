package org.binnacle.explain.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader found in a text.
final class Reading {
  final List<Draft> roots = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  @Nullable Double cost;
  @Nullable String rewritten;
}
