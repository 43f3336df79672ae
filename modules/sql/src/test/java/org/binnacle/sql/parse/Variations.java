package org.binnacle.sql.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// Statements out of templates: `{a|b}` is one of them, `{|a}` perhaps; they nest. A pair of braces
/// without a bar stands for itself.
final class Variations {
  private final String template;
  private final Random random;
  private int at;

  private Variations(String template, Random random) {
    this.template = template;
    this.random = random;
  }

  /// So many tries of each template of `samples/variations.txt`, those that are alike once; the
  /// same for the same seed.
  static List<String> statements(int each, long seed) {
    var random = new Random(seed);
    Set<String> all = new LinkedHashSet<>();
    for (String line : lines()) {
      for (int i = 0; i < each; i++) {
        all.add(new Variations(line, random).text(0).strip());
      }
    }
    return new ArrayList<>(all);
  }

  private static List<String> lines() {
    try (var in =
        Objects.requireNonNull(Variations.class.getResourceAsStream("/samples/variations.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Up to the end of the template, or to the bar or brace that ends an alternative.
  private String text(int depth) {
    var out = new StringBuilder();
    while (at < template.length()) {
      char c = template.charAt(at);
      if (depth > 0 && (c == '|' || c == '}')) {
        break;
      }
      at++;
      if (c == '{') {
        out.append(choice(depth));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String choice(int depth) {
    var choices = new ArrayList<String>();
    choices.add(text(depth + 1));
    while (at < template.length() && template.charAt(at) == '|') {
      at++;
      choices.add(text(depth + 1));
    }
    at++;
    return choices.size() == 1
        ? "{" + choices.getFirst() + "}"
        : choices.get(random.nextInt(choices.size()));
  }
}
