package org.binnacle.diagnosis.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.binnacle.diagnosis.variable.VariableChange;

/// Changed variables in words.
final class Changed {
  static final String UNKNOWN = "a global variable changed; its old value was not known";

  private static final Pattern SECRET =
      Pattern.compile("password|passwd|passphrase|secret|token|credential|(^|_)key($|_)");
  private static final Pattern PLAIN = Pattern.compile("-?[0-9.]{1,20}|ON|OFF|YES|NO|");
  private static final int LONGEST = 40;
  private static final int NAMED = 3;

  private Changed() {}

  /// `max_connections: 151 to 200, and 2 more`; empty where none was seen since then.
  ///
  /// @param changes the newest first
  /// @param since looks up to this one are left out
  static Optional<String> words(List<VariableChange> changes, Instant since) {
    List<VariableChange> late =
        changes.stream().filter(change -> change.seenAt().isAfter(since)).toList();
    if (late.isEmpty()) {
      return Optional.empty();
    }
    var words = new ArrayList<String>();
    late.stream().limit(NAMED).forEach(change -> words.add(words(change)));
    if (late.size() > NAMED) {
      words.add("and %,d more".formatted(late.size() - NAMED));
    }
    return Optional.of(String.join(", ", words));
  }

  private static String words(VariableChange change) {
    return "%s: %s to %s"
        .formatted(
            change.name(), value(change.name(), change.was()), value(change.name(), change.now()));
  }

  /// Numbers and switches are told even of a name that sounds secret, such as `key_buffer_size`.
  private static String value(String name, Optional<String> value) {
    if (value.isEmpty()) {
      return "none";
    }
    String text = value.get();
    if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find() && !PLAIN.matcher(text).matches()) {
      return "(hidden)";
    }
    if (text.isEmpty()) {
      return "''";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
