package org.binnacle.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the parser of the command line says, in our voice: what the option takes, then what was
/// typed.
final class ParserWords {
  private static final List<Saying> SAYINGS =
      List.of(
          new Saying(
              "(?:Error: )?(.+?) (?:are|is) mutually exclusive.*",
              found -> "give only one of " + names(found.group(1))),
          new Saying(
              value("'(.*)' is not an? (?:int|long|short|byte)"),
              found -> takes(found) + "a whole number, not " + found.group(3)),
          new Saying(
              value("'(.*)' is not a (?:double|float)"),
              found -> takes(found) + "a number, not " + found.group(3)),
          new Saying(
              value("expected one of \\[(.*)\\](?: \\(.*\\))? but was '(.*)'"),
              found -> takes(found) + found.group(3) + "; not " + found.group(4)),
          new Saying(
              value("cannot convert '(.*)' to Path \\(.*\\)"),
              found -> takes(found) + "a file, not " + found.group(3)),
          new Saying(
              "option '(\\S+)'.* should be specified only once",
              found -> found.group(1) + " was given twice; give it once"),
          new Saying(value("'.*' is not a boolean"), found -> found.group(1) + " takes no value"));

  private record Saying(Pattern said, Function<MatchResult, String> ours) {
    Saying(String said, Function<MatchResult, String> ours) {
      this(Pattern.compile(said, Pattern.DOTALL), ours);
    }

    Optional<String> of(String text) {
      var found = said.matcher(text);
      return found.matches() ? Optional.of(ours.apply(found)) : Optional.empty();
    }
  }

  private ParserWords() {}

  static String of(@Nullable String said) {
    String text = String.valueOf(said);
    return SAYINGS.stream()
        .map(saying -> saying.of(text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(text);
  }

  /// Groups 1 and 2: the option, or the label of what stands without one.
  private static String value(String rest) {
    return "Invalid value for (?:option '(\\S+?)'(?: at index.*?\\))?"
        + "|positional parameter at index \\S+ \\(<?(.+?)>?\\)): "
        + rest;
  }

  private static String takes(MatchResult found) {
    return (found.group(1) == null ? found.group(2) : found.group(1)) + " takes ";
  }

  private static String names(String options) {
    return Arrays.stream(options.split(", ")).map(Misuse::word).collect(Collectors.joining(", "));
  }
}
