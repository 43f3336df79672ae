package org.binnacle.sql.parse;

import io.debezium.antlr.mysql.SqlMode;
import io.debezium.ddl.parser.mysql.generated.MySqlLexer;
import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.binnacle.sql.Keywords;
import org.jspecify.annotations.Nullable;

/// Oracle's grammar at one server version. For one thread; the automata behind it are shared by all
/// threads and grow with each new shape of statement, so they are dropped above a cap.
final class Grammar {
  /// Automata of so many states hold some 100 MB (measured, see README).
  private static final int MAX_STATES = 150_000;

  /// Statements between two looks at their size.
  private static final int LOOK_EVERY = 1_000;

  /// The oldest version that the grammar tells from others.
  private static final int OLDEST = 80_000;

  private static final int NEW_WORDS = 80_022;
  private static final int WITHOUT_OLD_WORDS = 80_400;
  private static final Pattern OLD_WORD = Pattern.compile("(?i)(master|slaves?)(_.*)?");

  private final Target target;
  private final TokenRepair repair;
  private final Keywords words;
  private final Set<SqlMode> modes;
  private final int maxStates;
  private final int lookEvery;
  private @Nullable MySqlParser kept;
  private @Nullable Automata automata;
  private int parsed;

  Grammar(Target target) {
    this(target, MAX_STATES, LOOK_EVERY);
  }

  /// @param maxStates of the automata, above which they are dropped
  /// @param lookEvery so many statements
  Grammar(Target target, int maxStates, int lookEvery) {
    this.target = target;
    this.maxStates = maxStates;
    this.lookEvery = lookEvery;
    this.repair = new TokenRepair(target);
    this.words = Keywords.of(target.dialect());
    this.modes =
        new HashSet<>(io.debezium.antlr.mysql.SqlModes.sqlModeFromString(target.sqlMode()));
    modes.remove(SqlMode.AnsiQuotes);
  }

  Attempt read(String text) {
    if (++parsed % lookEvery == 0) {
      Automata.dropAbove(maxStates);
    }
    Attempt first = read(text, false, version());
    if (first instanceof Attempt.Failed failed) {
      Attempt second = first;
      if (failed.soft()) {
        second = read(text, true, version());
      } else if (version() >= NEW_WORDS && version() < WITHOUT_OLD_WORDS && hasOldWords(failed)) {
        second = read(text, false, NEW_WORDS - 1);
      }
      return second instanceof Attempt.Tree ? second : first;
    }
    return first;
  }

  /// The grammar ends MASTER and SLAVE where 8.0 only began to warn of them.
  private static boolean hasOldWords(Attempt.Failed failed) {
    return failed.tokens().stream()
        .limit(12)
        .anyMatch(t -> OLD_WORD.matcher(t.getText()).matches());
  }

  private Attempt read(String text, boolean soft, int version) {
    var lexer = new MySqlLexer(new Utf16Stream(text));
    lexer.removeErrorListeners();
    lexer.serverVersion = version;
    lexer.sqlModes = modes;
    List<Token> tokens = repair.tokens(lexer, soft);
    MySqlParser parser = parser(tokens, version);
    MySqlParser.QueryContext tree = whole(parser);
    Attempt read = tree == null ? readFully(parser, tokens) : new Attempt.Tree(tree);
    return read instanceof Attempt.Tree
        ? AlterOrder.refused(tokens, words)
            .<Attempt>map(at -> new Attempt.Failed(at, Optional.empty(), tokens, false))
            .orElse(read)
        : read;
  }

  /// One serves all statements; it has the automata of the day.
  private MySqlParser parser(List<Token> tokens, int version) {
    Automata now = Automata.shared();
    MySqlParser parser = kept;
    if (parser == null || now != automata) {
      parser = new MySqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
      parser.removeErrorListeners();
      parser.sqlModes = modes;
      parser.setErrorHandler(new BailErrorStrategy());
      now.serve(parser);
      kept = parser;
      automata = now;
    } else {
      parser.setTokenStream(new CommonTokenStream(new ListTokenSource(tokens)));
    }
    parser.serverVersion = version;
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }

  /// Nothing where it fails or where something follows the statement: the grammar's rule does not
  /// ask for the end.
  private static MySqlParser.@Nullable QueryContext whole(MySqlParser parser) {
    try {
      MySqlParser.QueryContext tree = parser.query();
      return parser.getTokenStream().LA(1) == Token.EOF ? tree : null;
    } catch (ParseCancellationException refused) {
      return null;
    }
  }

  /// SLL may refuse what the language has; LL may not, and is slower.
  private static Attempt readFully(MySqlParser parser, List<Token> tokens) {
    boolean soft = tokens.stream().anyMatch(one -> TokenRepair.isSoft(one.getType()));
    parser.reset();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    try {
      MySqlParser.QueryContext tree = parser.query();
      Token next = parser.getTokenStream().LT(1);
      return next.getType() == Token.EOF
          ? new Attempt.Tree(tree)
          : new Attempt.Failed(next, Optional.empty(), tokens, soft);
    } catch (ParseCancellationException e) {
      if (!(e.getCause() instanceof RecognitionException failure)) {
        throw e;
      }
      return new Attempt.Failed(failure.getOffendingToken(), Optional.of(failure), tokens, soft);
    }
  }

  private int version() {
    int version = target.dialect() == org.binnacle.sql.Dialect.MARIADB ? 80_036 : target.version();
    return Math.max(OLDEST, version);
  }

  sealed interface Attempt {
    record Tree(MySqlParser.QueryContext query) implements Attempt {}

    /// @param at the first token that cannot stand there
    /// @param failure where the parser knows more
    /// @param soft whether words are among the tokens that may be names as well
    record Failed(
        Token at, Optional<RecognitionException> failure, List<Token> tokens, boolean soft)
        implements Attempt {}
  }
}
