package org.binnacle.explain.read;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.binnacle.explain.AggregateMethod;
import org.binnacle.explain.Flag;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.TextRange;
import org.binnacle.explain.Verb;

/// What the words of MySQL's iterators mean: trees print them alone, JSON version 2 as `operation`.
final class Operations {

  /// What to do with an operation that begins with a prefix; the rest of its words come along.
  private record Words(String prefix, BiConsumer<Draft, String> meaning) {}

  /// Asked in this order; a longer prefix stands before its own beginning.
  private static final List<Words> KNOWN =
      List.of(
          words("Filter: ", Operations::filter),
          words("Sort", Operations::sort),
          words("Aggregate using temporary table", aggregate(AggregateMethod.TEMP_TABLE)),
          words("Aggregate", aggregate(AggregateMethod.PLAIN)),
          words("Group ", aggregate(AggregateMethod.ORDERED_GROUPS)),
          words("Limit/Offset: ", Operations::limitOffset),
          words("Limit: ", (d, rest) -> limit(d, Reads.number(rest), 0)),
          words(
              "Offset: ",
              (d, rest) -> limit(d, OptionalLong.empty(), Reads.number(rest).orElse(0))),
          words("Stream results", (d, rest) -> d.kind = new NodeKind.Passing()),
          words("Invalidate materialized tables", Operations::invalidate),
          words("Temporary table", (d, rest) -> d.kind = new NodeKind.TempTable()),
          words("Append", (d, rest) -> d.kind = new NodeKind.Append()),
          words(
              "Window ",
              (d, rest) -> d.kind = new NodeKind.Window(rest.contains("with buffering"))),
          words(
              "Remove duplicate",
              (d, rest) -> d.kind = new NodeKind.Deduplicate(rest.contains("weedout"))),
          words("Zero ", (d, rest) -> d.kind = new NodeKind.NoRows(Reads.inParentheses(rest))),
          words("Rows fetched before execution", (d, rest) -> d.kind = new NodeKind.Constant()),
          words("Insert into ", (d, rest) -> change(d, Verb.INSERT, rest)),
          words("Insert values into ", (d, rest) -> change(d, Verb.INSERT, rest)),
          words("Replace into ", (d, rest) -> change(d, Verb.REPLACE, rest)),
          words("Replace values into ", (d, rest) -> change(d, Verb.REPLACE, rest)),
          words("Update ", (d, rest) -> change(d, Verb.UPDATE, rest)),
          words("Delete from ", (d, rest) -> change(d, Verb.DELETE, rest)),
          words("Select #", Operations::subquery));

  private Operations() {}

  /// A draft of the operation; of kind Other where its words are not known.
  static Draft read(String operation, TextRange range) {
    Draft draft = Draft.other(operation, range);
    if (AccessWords.read(draft, operation)
        || JoinWords.read(draft, operation)
        || MaterializeWords.read(draft, operation)) {
      return draft;
    }
    for (Words words : KNOWN) {
      if (operation.startsWith(words.prefix)) {
        words.meaning.accept(draft, operation.substring(words.prefix.length()));
        return draft;
      }
    }
    return draft;
  }

  private static Words words(String prefix, BiConsumer<Draft, String> meaning) {
    return new Words(prefix, meaning);
  }

  private static BiConsumer<Draft, String> aggregate(AggregateMethod method) {
    return (draft, rest) -> {
      draft.kind = new NodeKind.Aggregate(method);
      if (rest.contains("with rollup")) {
        draft.flags.add(Flag.ROLLUP);
      }
    };
  }

  private static void filter(Draft draft, String condition) {
    draft.kind = new NodeKind.Filter();
    draft.filter = condition;
  }

  private static void sort(Draft draft, String rest) {
    int colon = rest.indexOf(": ");
    String keys = colon < 0 ? "" : rest.substring(colon + 2);
    int limited = keys.lastIndexOf(", limit input to ");
    OptionalLong limit = OptionalLong.empty();
    if (limited >= 0) {
      limit = Reads.number(keys.substring(limited + ", limit input to ".length()));
      keys = keys.substring(0, limited);
    }
    draft.kind = new NodeKind.Sort(keys, limit);
    draft.flags.add(Flag.FILESORT);
    if (rest.contains("with duplicate removal")) {
      draft.flags.add(Flag.DISTINCT);
    }
  }

  private static void limitOffset(Draft draft, String rest) {
    int slash = rest.indexOf('/');
    limit(
        draft,
        Reads.number(rest),
        slash < 0 ? 0 : Reads.number(rest.substring(slash + 1)).orElse(0));
  }

  private static void limit(Draft draft, OptionalLong count, long offset) {
    draft.kind = new NodeKind.Limit(count, offset);
  }

  private static void invalidate(Draft draft, String rest) {
    draft.kind = new NodeKind.Passing();
    draft.details.put("invalidates", Reads.inParentheses(rest));
  }

  private static void change(Draft draft, Verb verb, String rest) {
    String tables =
        rest.endsWith(")") && rest.contains(" (") ? rest.substring(0, rest.indexOf(" (")) : rest;
    draft.kind = new NodeKind.Change(verb, TableRef.named(tables));
  }

  private static void subquery(Draft draft, String rest) {
    boolean dependent = rest.contains("dependent");
    boolean once = rest.contains("run only once");
    boolean uncacheable = rest.contains("uncacheable");
    draft.kind =
        new NodeKind.Subquery((int) Reads.number(rest).orElse(0), dependent, once && !uncacheable);
    if (dependent) {
      draft.flags.add(Flag.DEPENDENT);
    }
    if (uncacheable) {
      draft.flags.add(Flag.UNCACHEABLE);
    }
  }
}
