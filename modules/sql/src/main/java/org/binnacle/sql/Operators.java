package org.binnacle.sql;

import java.util.List;

/// The operators of more than one character, longest first, and the single ones.
final class Operators {
  private static final List<String> LONG =
      List.of("->>", "<=>", "->", ":=", "||", "&&", "<<", ">>", "<=", ">=", "<>", "!=");
  private static final String SINGLE = "+-*/%=<>!~^&|:;{}[]@";

  private Operators() {}

  /// The length of the longer operator at this place; 0 where there is none.
  static int length(String text, int at) {
    for (String operator : LONG) {
      if (operator.charAt(0) == text.charAt(at) && text.startsWith(operator, at)) {
        return operator.length();
      }
    }
    return 0;
  }

  static boolean isSingle(char c) {
    return SINGLE.indexOf(c) >= 0;
  }
}
