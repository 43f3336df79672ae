package org.binnacle.sql.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Script;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;
import org.binnacle.sql.Token;

/// Statements to judge: those of the samples, and what becomes of them when a token is lost,
/// doubled, exchanged or misspelt.
final class Corpus {
  private Corpus() {}

  static List<String> samples() {
    try (var in = Corpus.class.getResourceAsStream("/samples/statements.sql")) {
      return statements(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> statements(String script) {
    return Script.cut(script, SqlModes.DEFAULT).statements().stream().map(Statement::text).toList();
  }

  static List<String> damaged(List<String> statements, int each, long seed) {
    var random = new Random(seed);
    var damaged = new LinkedHashSet<String>();
    for (String sql : statements) {
      List<Token> tokens = Lexer.spoken(sql, SqlModes.DEFAULT);
      for (int i = 0; i < each; i++) {
        damaged.add(damage(sql, tokens, random));
      }
    }
    damaged.removeAll(statements);
    return new ArrayList<>(damaged);
  }

  private static String damage(String sql, List<Token> tokens, Random random) {
    Token t = tokens.get(random.nextInt(tokens.size()));
    String before = sql.substring(0, t.offset());
    String after = sql.substring(t.end());
    String word = t.in(sql);
    return switch (random.nextInt(6)) {
      case 0 -> before + after;
      case 1 -> before + word + " " + word + after;
      case 2 -> before;
      case 3 -> {
        Token other = tokens.get(random.nextInt(tokens.size()));
        yield before + other.in(sql) + after;
      }
      case 4 -> word.length() < 3 ? before + "," + after : before + misspelt(word, random) + after;
      default -> before + "(" + after;
    };
  }

  private static String misspelt(String word, Random random) {
    int i = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
  }
}
