package org.binnacle.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexerTest {

  private static String told(String sql, SqlModes modes) {
    return Lexer.all(sql, modes).stream()
        .filter(t -> t.type() != TokenType.SPACE)
        .map(
            t ->
                t.type()
                    + (t.closed() ? "" : "!")
                    + (t.versioned() ? "*" : "")
                    + "<"
                    + t.in(sql)
                    + ">")
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\0',
      textBlock =
          """
          'it''s' => STRING<'it''s'>
          'it\\'s' x => STRING<'it\\'s'> WORD<x>
          "a""b" => STRING<"a""b">
          `a``b` => QUOTED_NAME<`a``b`>
          'open => STRING!<'open>
          _utf8mb4'x' => INTRODUCER<_utf8mb4> STRING<'x'>
          _id => WORD<_id>
          N'x' => STRING<N'x'>
          x'4D' X'4d' 0x4D => BYTES<x'4D'> BYTES<X'4d'> BYTES<0x4D>
          0X4D => NAME<0X4D>
          0xZZ => NAME<0xZZ>
          b'01' B'1' 0b01 => BYTES<b'01'> BYTES<B'1'> BYTES<0b01>
          1 1.5 .5 1. 1e10 1.5E-3 => NUMBER<1> NUMBER<1.5> NUMBER<.5> NUMBER<1.> NUMBER<1e10> NUMBER<1.5E-3>
          2024_orders 1e => NAME<2024_orders> NAME<1e>
          a$b größe 表 => WORD<a$b> WORD<größe> WORD<表>
          t.1a => WORD<t> DOT<.> NAME<1a>
          t.select => WORD<t> DOT<.> NAME<select>
          @a @'b c' @`d` @@x => USER_VARIABLE<@a> USER_VARIABLE<@'b c'> USER_VARIABLE<@`d`> SYSTEM_VARIABLE<@@x>
          @@global.read_only => SYSTEM_VARIABLE<@@global.read_only>
          @@`x` => SYSTEM_VARIABLE<@@`x`>
          'u'@'10.%' => STRING<'u'> HOST<@'10.%'>
          root@localhost => WORD<root> HOST<@localhost>
          a -- b => WORD<a> COMMENT<-- b>
          a--1 => WORD<a> OPERATOR<-> OPERATOR<-> NUMBER<1>
          a # b => WORD<a> COMMENT<# b>
          a /* b */ c => WORD<a> COMMENT</* b */> WORD<c>
          a /* b => WORD<a> COMMENT!</* b>
          SELECT /*+ X(t) */ 1 => WORD<SELECT> HINT</*+ X(t) */> NUMBER<1>
          a /*+ X */ => WORD<a> COMMENT</*+ X */>
          /*!80013 a */ b => VERSION_OPEN</*!80013> WORD*<a> VERSION_CLOSE<*/> WORD<b>
          /*M!100100 a */ => VERSION_OPEN</*M!100100> WORD*<a> VERSION_CLOSE<*/>
          /*! a /* x */ b */ => VERSION_OPEN</*!> WORD*<a> COMMENT*</* x */> WORD*<b> VERSION_CLOSE<*/>
          /*!80000 a => VERSION_OPEN!</*!80000> WORD*<a>
          j->'$.a' j->>'$.b' => WORD<j> OPERATOR<->> STRING<'$.a'> WORD<j> OPERATOR<->>> STRING<'$.b'>
          a:=1 b<=>c => WORD<a> OPERATOR<:=> NUMBER<1> WORD<b> OPERATOR<<=>> WORD<c>
          a||b&&c!=d<>e => WORD<a> OPERATOR<||> WORD<b> OPERATOR<&&> WORD<c> OPERATOR<!=> WORD<d> OPERATOR<<>> WORD<e>
          ? :name lbl:LOOP => PLACEHOLDER<?> PLACEHOLDER<:name> WORD<lbl> OPERATOR<:> WORD<LOOP>
          a\\G => WORD<a> ESCAPE<\\G>
          """)
  void cutsAsServersDo(String sql, String expected) {
    assertThat(told(sql, SqlModes.DEFAULT)).isEqualTo(expected);
  }

  @Test
  void modesChangeQuotes() {
    assertThat(told("\"a\\\"b\"", SqlModes.of("ANSI_QUOTES"))).startsWith("QUOTED_NAME<\"a\\\">");
    assertThat(told("'a\\' b", SqlModes.of("STRICT_ALL_TABLES,no_backslash_escapes")))
        .isEqualTo("STRING<'a\\'> WORD<b>");
    assertThat(SqlModes.of("")).isEqualTo(SqlModes.DEFAULT);
    assertThat(SqlModes.of("ORACLE").ansiQuotes()).isTrue();
  }

  @Test
  void positionsCountCarriageReturnsOnce() {
    List<Token> tokens = Lexer.spoken("a\r\n  b\rc\n'x\r\ny' d", SqlModes.DEFAULT);
    assertThat(tokens.stream().map(t -> t.line() + ":" + t.column()))
        .containsExactly("1:1", "2:3", "3:1", "4:1", "5:4");
  }

  @Test
  void aDelimiterLineRulesUntilTheNext() {
    assertThat(told("DELIMITER $$\nSELECT a$$\nend$$;\n DELIMITER ;\nb;", SqlModes.DEFAULT))
        .isEqualTo(
            "COMMAND<DELIMITER $$> WORD<SELECT> WORD<a> DELIMITER<$$> WORD<end> DELIMITER<$$>"
                + " OPERATOR<;> WORD<DELIMITER> OPERATOR<;> WORD<b> OPERATOR<;>");
    assertThat(told("delimiter //\na//\nDELIMITER ;\nb;", SqlModes.DEFAULT))
        .isEqualTo(
            "COMMAND<delimiter //> WORD<a> DELIMITER<//> COMMAND<DELIMITER ;> WORD<b> DELIMITER<;>");
  }

  @Test
  void aWordDelimiterIsNoPartOfAnotherWord() {
    assertThat(told("DELIMITER GO\nSELECT GOODS\nGO\n", SqlModes.DEFAULT))
        .isEqualTo("COMMAND<DELIMITER GO> WORD<SELECT> WORD<GOODS> DELIMITER<GO>");
  }
}
