package org.binnacle.sql.parse;

import java.util.List;
import java.util.Locale;

/// What the grammar's automata hold while ever new shapes of statements come: states, contexts, and
/// the heap that is left after a collection. Run by `java -Xmx768m -cp <test class path>
/// org.binnacle.sql.parse.AutomataBench [rounds]`.
public final class AutomataBench {
  private AutomataBench() {}

  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 12;
    var parser = new SqlParser(Target.DEFAULT);
    parser.parse("SELECT 1");
    long shapes = 0;
    int drops = 0;
    for (int round = 0; round < rounds; round++) {
      List<String> made = Variations.statements(40, 100L + round);
      List<String> all = Corpus.damaged(made, 3, 200L + round);
      for (String sql : all) {
        Automata before = Automata.shared();
        parser.parse(sql);
        drops += before == Automata.shared() ? 0 : 1;
      }
      shapes += all.size();
      System.gc();
      Runtime heap = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%,d texts: %,d states, %,d contexts, dropped %d times, heap %d MB%n",
          shapes,
          Automata.shared().states(),
          Automata.shared().contexts(),
          drops,
          (heap.totalMemory() - heap.freeMemory()) >> 20);
    }
  }
}
