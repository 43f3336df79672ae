package org.binnacle.diagnosis.query;

import java.util.List;
import java.util.Optional;

/// Why a text is no query, precisely enough to underline it.
///
/// @param from index of the first wrong character
/// @param to behind the last wrong one; may equal `from` at the end of the text
/// @param message what is wrong, without the position
/// @param expected what would be right here; may be empty
/// @param nearest the known word that the wrong one looks like
public record QueryError(
    int from, int to, String message, List<String> expected, Optional<String> nearest) {

  public QueryError {
    expected = List.copyOf(expected);
  }

  /// One line for people: `unknown key usr at 1; did you mean user?`.
  public String line() {
    var line = new StringBuilder(message).append(" at ").append(from + 1);
    if (nearest.isPresent()) {
      line.append("; did you mean ").append(nearest.get()).append('?');
    } else if (!expected.isEmpty()) {
      line.append("; expected ").append(String.join(", ", expected));
    }
    return line.toString();
  }
}
