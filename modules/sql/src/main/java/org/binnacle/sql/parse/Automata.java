package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/// What the grammar has learnt of the shapes of statements: an automaton for each of its decisions,
/// shared by all threads, larger with each new shape. ANTLR's own way to forget them (`clearDFA`)
/// keeps their contexts for ever, so they are kept here, and both go at once.
final class Automata {
  private static volatile Automata shared = new Automata();

  private final DFA[] byDecision = new DFA[MySqlParser._ATN.getNumberOfDecisions()];
  private final PredictionContextCache contexts = new PredictionContextCache();

  private Automata() {
    for (int i = 0; i < byDecision.length; i++) {
      byDecision[i] = new DFA(MySqlParser._ATN.getDecisionState(i), i);
    }
  }

  /// Those that are in use.
  static Automata shared() {
    return shared;
  }

  /// Forgets all where there are more states than this. Parsers that run go on with the old ones.
  static synchronized boolean dropAbove(long states) {
    boolean full = shared.states() > states;
    if (full) {
      shared = new Automata();
    }
    return full;
  }

  /// Lets a parser learn and use them.
  void serve(MySqlParser parser) {
    parser.setInterpreter(new ParserATNSimulator(parser, MySqlParser._ATN, byDecision, contexts));
  }

  long states() {
    long states = 0;
    for (DFA dfa : byDecision) {
      states += dfa.states.size();
    }
    return states;
  }

  /// How many contexts the states share.
  int contexts() {
    return contexts.size();
  }
}
