package org.binnacle.review.ddl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.Subject;
import org.binnacle.review.live.Sizes;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;

/// What an ALTER TABLE of a script is foretold to cost.
///
/// @param statement number of the statement, from 0
/// @param table as the statement names it
/// @param cost of the whole; nothing where it hangs on what is not known
/// @param clauses what each clause costs, where there are several and they do not work together
/// @param fresh whether the script itself has made the table, so that it is empty
/// @param known whether the table's definition is
/// @param size where a snapshot told it
/// @param asked what the statement says of ALGORITHM and LOCK
public record Prediction(
    int statement,
    String table,
    Optional<Cost> cost,
    List<Clause> clauses,
    boolean fresh,
    boolean known,
    Optional<Table.Size> size,
    String asked) {
  private static final int SHOWN = 60;

  /// @param words its text, cut where it is long
  public record Clause(String words, Optional<Cost> cost) {}

  public Prediction {
    clauses = List.copyOf(clauses);
  }

  /// Of ALTER TABLE, CREATE INDEX and DROP INDEX; nothing for other statements.
  /// `Subject.prediction` keeps it: it is to be made while the schema is as it was before the
  /// statement.
  public static Optional<Prediction> of(Subject s) {
    return s.alters().filter(a -> !a.actions().isEmpty()).map(a -> of(s, a));
  }

  private static Prediction of(Subject s, Ddl.AlterTable alter) {
    var predictor = new Predictor(s.target(), s.schema().foreignKeyChecks());
    Optional<Table> before = s.table(alter.table());
    var clauses = new ArrayList<Clause>();
    if (alter.actions().size() > 1 && !together(alter)) {
      for (AlterAction action : alter.actions()) {
        var alone =
            new Ddl.AlterTable(
                alter.table(), List.of(action), Optional.empty(), Optional.empty(), false);
        String words = action.span().in(s.text()).replaceAll("\\s+", " ");
        clauses.add(
            new Clause(
                words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words,
                predictor.predict(alone, before)));
      }
    }
    return new Prediction(
        s.number(),
        alter.table().shown(),
        predictor.predict(alter, before),
        clauses,
        s.schema().isFresh(alter.table()),
        before.isPresent(),
        before.flatMap(Table::size),
        asked(alter));
  }

  /// A primary key that goes and one that comes cost less together than alone.
  private static boolean together(Ddl.AlterTable alter) {
    return alter.actions().stream().anyMatch(AlterAction.DropPrimaryKey.class::isInstance);
  }

  private static String asked(Ddl.AlterTable alter) {
    var all = new ArrayList<String>();
    alter.algorithm().ifPresent(a -> all.add("ALGORITHM=" + a.value()));
    alter.lock().ifPresent(l -> all.add("LOCK=" + l.value()));
    return String.join(", ", all);
  }

  /// What it costs a table that is in use: nothing for one that the script made, or where it is not
  /// known.
  public Optional<Cost> inUse() {
    return fresh ? Optional.empty() : cost;
  }

  /// How long it may take, where the size is known and more than the data dictionary changes.
  public Optional<Duration> time() {
    return inUse().flatMap(c -> size.flatMap(s -> RebuildTime.of(c, s)));
  }

  /// `; about 40,000,000 rows, 8 GB; about 7 min at 20 MB/s`; empty where the size is not known.
  public String sizeWords() {
    return size.map(
                s ->
                    "; about %,d rows, %s"
                        .formatted(s.rows(), Sizes.shown(s.dataBytes() + s.indexBytes())))
            .orElse("")
        + time()
            .map(t -> "; about %s %s".formatted(Sizes.shown(t), RebuildTime.assumption()))
            .orElse("");
  }

  /// `INPLACE with a rebuild, LOCK=NONE; about 40,000,000 rows, 8 GB; about 7 min at 20 MB/s`;
  /// nothing where there is no {@link #inUse}.
  public Optional<String> words() {
    return inUse().map(c -> c.shown() + sizeWords());
  }

  /// What others can do meanwhile, in words.
  public String blocks() {
    if (fresh) {
      return "Nobody: the script has made the table itself.";
    }
    if (cost.isEmpty()) {
      return "";
    }
    if (cost.get().algorithm() == Cost.Algorithm.INSTANT) {
      return "Only the metadata lock for a moment: it waits for open transactions on the table, and"
          + " new statements queue behind it.";
    }
    return switch (cost.get().lock()) {
      case NONE ->
          "Reads and writes go on. At start and end a metadata lock waits for open transactions on"
              + " the table, and new statements queue behind it.";
      case SHARED -> "Writes wait until it is done; reads go on.";
      case EXCLUSIVE -> "Reads and writes wait until it is done.";
    };
  }
}
