package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QuoteTest {
  private static final SqlModes PLAIN = new SqlModes(false, true);
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "it's",
          "\\",
          "\\'",
          "a\\\\b",
          "\"",
          "`",
          "%_\\%",
          "é表😀",
          "a\nb\r\tc",
          "\0",
          "\u001A\b",
          "x' OR '1'='1",
          "-- x",
          "/*");

  @Test
  void textsComeBackAsTheyWere() {
    for (String text : TEXTS) {
      for (SqlModes modes : List.of(SqlModes.DEFAULT, PLAIN)) {
        String quoted = Quote.string(text, modes);
        List<Token> tokens = Lexer.spoken(quoted, modes);
        if (tokens.size() == 1) {
          assertThat(tokens.getFirst().closed()).isTrue();
          assertThat(Quote.read(quoted, modes)).isEqualTo(text);
        } else {
          assertThat(modes).isEqualTo(PLAIN);
          assertThat(tokens.getFirst().type()).isEqualTo(TokenType.INTRODUCER);
        }
      }
    }
  }

  @Test
  void controlCharactersAreEscapedOrGivenAsBytes() {
    assertThat(Quote.string("a\0'\\\n", SqlModes.DEFAULT)).isEqualTo("'a\\0''\\\\\\n'");
    assertThat(Quote.string("a\\'b", PLAIN)).isEqualTo("'a\\''b'");
    assertThat(Quote.string("é\n", PLAIN)).isEqualTo("_utf8mb4 x'C3A90A'");
  }

  @Test
  void namesStandInBackticksAndAreOneToken() {
    assertThat(Quote.name("a`b")).isEqualTo("`a``b`");
    assertThat(Quote.path("shop", "or`der")).isEqualTo("`shop`.`or``der`");
    assertThat(Quote.nameIfNeeded("orders", Dialect.MYSQL)).isEqualTo("orders");
    assertThat(Quote.nameIfNeeded("rank", Dialect.MYSQL)).isEqualTo("`rank`");
    assertThat(Quote.nameIfNeeded("rank", Dialect.MARIADB)).isEqualTo("rank");
    assertThat(Quote.nameIfNeeded("1a", Dialect.MYSQL)).isEqualTo("`1a`");
    assertThat(Quote.nameIfNeeded("größe", Dialect.MYSQL)).isEqualTo("`größe`");
    assertThatThrownBy(() -> Quote.name("a\0b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quote.name("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accountsHaveAHost() {
    assertThat(Quote.account("o'brien", "10.%", SqlModes.DEFAULT)).isEqualTo("'o''brien'@'10.%'");
    assertThat(Quote.account("app", "", SqlModes.DEFAULT)).isEqualTo("'app'@'%'");
  }
}
