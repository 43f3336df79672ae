package org.binnacle.fxkit.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// WCAG 2.1, 1.4.3: letters need a contrast of 4.5 to 1 with their ground.
class ContrastTest {
  @ParameterizedTest
  @CsvSource({"theme-light,#ffffff,#f6f8fa", "theme-dark,#0d1117,#161b22"})
  void lettersCanBeReadOnTheirGrounds(String theme, String ground, String subtle) {
    Map<String, String> tokens = tokens(theme);
    for (String colour : Colours.tokens()) {
      String letters = token(tokens, "-env-" + colour);
      assertThat(contrast(letters, ground)).as(colour).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(letters, subtle)).as(colour + " subtle").isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(letters, token(tokens, "-env-" + colour + "-muted")))
          .as(colour + " pill")
          .isGreaterThanOrEqualTo(4.5);
      assertThat(
              contrast(
                  token(tokens, "-env-" + colour + "-on"),
                  token(tokens, "-env-" + colour + "-solid")))
          .as(colour + " band")
          .isGreaterThanOrEqualTo(4.5);
    }
    String quiet = token(tokens, "-text-quiet");
    for (String row : new String[] {"odd", "hover", "slow", "very-slow", "idle-trx", "selected"}) {
      assertThat(contrast(quiet, token(tokens, "-row-" + row)))
          .as("quiet letters on " + row)
          .isGreaterThanOrEqualTo(4.5);
    }
    tokens.entrySet().stream()
        .filter(token -> token.getKey().startsWith("-sql-"))
        .forEach(
            token ->
                assertThat(contrast(token.getValue(), ground))
                    .as(token.getKey())
                    .isGreaterThanOrEqualTo(4.5));
  }

  private static String token(Map<String, String> tokens, String name) {
    return Objects.requireNonNull(tokens.get(name), name);
  }

  private static Map<String, String> tokens(String theme) {
    try (InputStream in = ContrastTest.class.getResourceAsStream("/css/" + theme + ".css")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("(-[a-z-]+): (#[0-9a-f]{6});")
          .matcher(text)
          .results()
          .collect(Collectors.toMap(hit -> hit.group(1), hit -> hit.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3)
        .mapToDouble(
            i -> {
              double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
              double linear = c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
              return weights[i] * linear;
            })
        .sum();
  }
}
