package org.binnacle.explain.read;

import org.jspecify.annotations.Nullable;

/// The numbers behind an operation in a tree: `(cost=1.2..3 rows=4) (actual time=1..2 rows=3
/// loops=1)`. They are taken off from the right, because conditions hold parentheses of their own.
final class Numbers {
  private static final int LONGEST = 200;

  /// The operation without its numbers.
  String operation;

  @Nullable Double cost;
  @Nullable Double firstCost;
  @Nullable Double rows;
  @Nullable Double actualRows;
  @Nullable Double firstMs;
  @Nullable Double lastMs;
  double loops = 1;
  boolean never;

  Numbers(String text) {
    operation = text.stripTrailing();
    for (int i = 0; i < 3 && operation.endsWith(")"); i++) {
      int open = matching(operation);
      if (open < 0 || !take(operation.substring(open + 1, operation.length() - 1))) {
        break;
      }
      operation = operation.substring(0, open).stripTrailing();
    }
  }

  void into(Draft draft) {
    draft.cost = cost;
    draft.firstRowCost = firstCost;
    draft.rows = rows;
    draft.neverExecuted = never;
    draft.actualRows = actualRows;
    draft.loops = loops;
    draft.firstMs = firstMs;
    draft.totalMs = lastMs == null ? null : Double.valueOf(lastMs * loops);
  }

  private static int matching(String text) {
    int depth = 0;
    int stop = Math.max(0, text.length() - LONGEST);
    for (int i = text.length() - 1; i >= stop; i--) {
      if (text.charAt(i) == ')') {
        depth++;
      } else if (text.charAt(i) == '(' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private boolean take(String inside) {
    if (inside.equals("never executed")) {
      never = true;
      return true;
    }
    boolean actual = inside.startsWith("actual ");
    if (!actual && !inside.startsWith("cost=") && !inside.startsWith("rows=")) {
      return false;
    }
    for (String part : inside.split(" ")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        set(actual, part.substring(0, equals), part.substring(equals + 1));
      }
    }
    if (actual && actualRows == null) {
      actualRows = 0.0;
    }
    return true;
  }

  private void set(boolean actual, String name, String value) {
    int dots = value.indexOf("..");
    @Nullable Double first = dots < 0 ? null : number(value.substring(0, dots));
    @Nullable Double last = number(dots < 0 ? value : value.substring(dots + 2));
    switch (name) {
      case "cost" -> {
        firstCost = first;
        cost = last;
      }
      case "time" -> {
        firstMs = first;
        lastMs = last;
      }
      case "rows" -> {
        if (actual) {
          actualRows = last;
        } else {
          rows = last;
        }
      }
      case "loops" -> loops = last == null ? 1 : last;
      default -> {}
    }
  }

  /// A decimal or engineering number (`1.2e+6`, `934e-6`), or null where it is masked or broken.
  static @Nullable Double number(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return null;
    }
    char first = text.charAt(0);
    if (first != '-' && first != '.' && !Character.isDigit(first)) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException broken) {
      return null;
    }
  }
}
