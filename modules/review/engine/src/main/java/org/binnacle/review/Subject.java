package org.binnacle.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.review.ddl.Prediction;
import org.binnacle.review.live.Live;
import org.binnacle.review.live.LiveTable;
import org.binnacle.review.live.PlanAnswer;
import org.binnacle.review.live.PlanFacts;
import org.binnacle.review.schema.Evolution;
import org.binnacle.review.schema.Schema;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Span;
import org.binnacle.sql.Statement;
import org.binnacle.sql.Token;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.parse.Parsed;
import org.binnacle.sql.parse.Target;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.QueryReader;
import org.jspecify.annotations.Nullable;

/// One statement as rules see it: its text, what the grammar read, and the schema before it. What
/// is asked for is worked out once and kept. For one thread.
@SuppressWarnings("NullableOptional") // null: not worked out yet
public final class Subject {
  private final int number;
  private final Statement statement;
  private final Parsed parsed;
  private final Target target;
  private final Schema schema;
  private final Optional<Live> live;
  private final Optional<Ddl> ddl;
  private final Optional<Ddl.CreateTable> creates;
  private final Optional<Ddl.AlterTable> alters;
  private @Nullable List<Token> tokens;
  private @Nullable List<NewColumn> newColumns;
  private @Nullable List<NewIndex> newIndexes;
  private @Nullable Optional<Table> after;
  private @Nullable Optional<Query> query;
  private @Nullable PlanAnswer plan;
  private @Nullable Optional<Prediction> prediction;

  Subject(
      int number,
      Statement statement,
      Parsed parsed,
      Target target,
      Schema schema,
      Optional<Live> live) {
    this.number = number;
    this.statement = statement;
    this.parsed = parsed;
    this.target = target;
    this.schema = schema;
    this.live = live;
    this.ddl = parsed instanceof Parsed.Understood u ? u.ddl() : Optional.empty();
    this.creates = ddl.filter(Ddl.CreateTable.class::isInstance).map(Ddl.CreateTable.class::cast);
    this.alters = ddl.filter(Ddl.AlterTable.class::isInstance).map(Ddl.AlterTable.class::cast);
  }

  /// From 0, in the file.
  public int number() {
    return number;
  }

  public Statement statement() {
    return statement;
  }

  public String text() {
    return statement.text();
  }

  public Parsed parsed() {
    return parsed;
  }

  public Target target() {
    return target;
  }

  /// As it is before this statement, while rules run.
  public Schema schema() {
    return schema;
  }

  public boolean isUnderstood() {
    return parsed instanceof Parsed.Understood;
  }

  public Optional<Ddl> ddl() {
    return ddl;
  }

  /// The facts of a query or write; nothing for other statements, for INSERTs of megabytes, and
  /// where JSqlParser does not read it.
  public Optional<Query> query() {
    if (query == null) {
      boolean asked =
          switch (statement.kind()) {
            case SELECT, DML -> parsed instanceof Parsed.Understood u && u.bulk().isEmpty();
            default -> false;
          };
      query = asked ? QueryReader.read(text(), target.modes()) : Optional.empty();
    }
    return query;
  }

  public Optional<Ddl.CreateTable> creates() {
    return creates;
  }

  public Optional<Ddl.AlterTable> alters() {
    return alters;
  }

  /// The clauses of ALTER TABLE, and CREATE and DROP INDEX as one; none for other statements.
  public List<AlterAction> actions() {
    return alters.isEmpty() ? List.of() : alters.get().actions();
  }

  /// The clauses of one kind.
  public <T extends AlterAction> List<T> actions(Class<T> kind) {
    List<T> those = new ArrayList<>();
    for (AlterAction action : actions()) {
      if (kind.isInstance(action)) {
        those.add(kind.cast(action));
      }
    }
    return those;
  }

  /// The whole statement.
  public Span whole() {
    return new Span(0, text().length());
  }

  /// Its first word, for findings that are about all of it.
  public Span head() {
    List<Token> all = tokens();
    if (all.isEmpty()) {
      return whole();
    }
    Token last = all.get(Math.min(1, all.size() - 1));
    return new Span(all.getFirst().offset(), last.end());
  }

  /// Its tokens without space and comments. Not for INSERTs of megabytes: those have none.
  public List<Token> tokens() {
    if (tokens == null) {
      tokens =
          parsed instanceof Parsed.Understood u && u.bulk().isPresent()
              ? Lexer.spoken(text().substring(0, u.bulk().get().read()), target.modes())
              : Lexer.spoken(text(), target.modes());
    }
    return tokens;
  }

  /// Whether its n-th token, from 0, is this word.
  public boolean isWord(int n, String word) {
    return n < tokens().size() && tokens().get(n).isWord(text(), word);
  }

  /// Whether it begins with these words.
  public boolean begins(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isWord(i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /// The server that is asked; there for rules that need one.
  public Optional<Live> live() {
    return live;
  }

  /// The plan of this query or write, asked once; nothing where no server was asked or it gave
  /// none.
  public Optional<PlanFacts> plan() {
    return planAnswer() instanceof PlanAnswer.Planned(PlanFacts facts)
        ? Optional.of(facts)
        : Optional.empty();
  }

  public PlanAnswer planAnswer() {
    PlanAnswer known = plan;
    if (known == null) {
      boolean planned =
          switch (statement.kind()) {
            case SELECT, DML -> isUnderstood() && !isWord(0, "LOAD") && !isWord(0, "HANDLER");
            default -> false;
          };
      known =
          planned && live.isPresent()
              ? live.get().plan(this)
              : new PlanAnswer.NotAsked("it has no plan");
      plan = known;
    }
    return known;
  }

  /// The plan, where a rule has asked for it.
  public Optional<PlanFacts> planned() {
    return plan instanceof PlanAnswer.Planned(PlanFacts facts)
        ? Optional.of(facts)
        : Optional.empty();
  }

  /// A table as the server has it; nothing for one that the script made.
  public Optional<LiveTable> liveTable(TableName name) {
    if (live.isEmpty() || schema.isFresh(name)) {
      return Optional.empty();
    }
    String in =
        name.schema()
            .filter(s -> !s.isEmpty())
            .or(() -> table(name).map(Table::schema).filter(s -> !s.isEmpty()))
            .orElse(schema.database());
    return live.get().table(in, name.name());
  }

  /// What this ALTER TABLE will do. For rules: later the schema is another one, and what was worked
  /// out by then is {@link #foretold}.
  public Optional<Prediction> prediction() {
    if (prediction == null) {
      prediction = Prediction.of(this);
    }
    return prediction;
  }

  /// The prediction that was made while rules ran.
  public Optional<Prediction> foretold() {
    return prediction == null ? Optional.empty() : prediction;
  }

  /// A table as it is before this statement.
  public Optional<Table> table(TableName name) {
    return schema.table(name);
  }

  /// The table that this CREATE or ALTER TABLE leaves; nothing where it is not known.
  public Optional<Table> after() {
    if (after == null) {
      after =
          creates()
              .filter(c -> c.like().isEmpty())
              .map(c -> Evolution.table(c, c.table().schema().orElse(schema.database())))
              .or(
                  () ->
                      alters()
                          .flatMap(
                              a ->
                                  table(a.table())
                                      .filter(t -> !t.view())
                                      .map(t -> Evolution.after(t, a.actions()))));
    }
    return after;
  }

  /// The table that this CREATE or ALTER TABLE names.
  public Optional<TableName> tableName() {
    return creates().map(Ddl.CreateTable::table).or(() -> alters().map(Ddl.AlterTable::table));
  }

  public List<NewColumn> newColumns() {
    if (newColumns == null) {
      newColumns = ddl().isEmpty() ? List.of() : NewParts.columns(this);
    }
    return newColumns;
  }

  /// Indexes, a column's own PRIMARY KEY and UNIQUE included.
  public List<NewIndex> newIndexes() {
    if (newIndexes == null) {
      newIndexes = ddl().isEmpty() ? List.of() : NewParts.indexes(this);
    }
    return newIndexes;
  }

  /// The primary key that this statement makes.
  public Optional<IndexDef> newPrimaryKey() {
    return newIndexes().stream()
        .map(NewIndex::index)
        .filter(i -> i.kind() == IndexDef.Kind.PRIMARY)
        .findFirst();
  }
}
