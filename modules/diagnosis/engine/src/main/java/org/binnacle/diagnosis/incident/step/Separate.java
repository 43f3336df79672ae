package org.binnacle.diagnosis.incident.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.kernel.Fault;
import org.binnacle.mysql.Session;

/// A step of a few statements that have nothing to do with each other. Each has its own limit, and
/// what some bring stays where others fail or are late.
final class Separate implements Step {
  private final String name;
  private final String words;
  private final Function<Session, Map<String, Optional<String>>> statements;
  private final BiConsumer<Session, Content> nothing;
  private final Content content = Content.empty();
  private List<Question> questions = List.of();
  private Optional<Fault> first = Optional.empty();
  private boolean answered;

  /// @param statements by the name of their table, in the order of asking; empty ones are unknown
  ///   to this server
  /// @param nothing says so in the content where there is no statement at all
  Separate(
      String name,
      String words,
      Function<Session, Map<String, Optional<String>>> statements,
      BiConsumer<Session, Content> nothing) {
    this.name = name;
    this.words = words;
    this.statements = statements;
    this.nothing = nothing;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Duration budget() {
    return Duration.ofMillis(2_500);
  }

  @Override
  public Duration each() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void take(Session session, Context context, int round) {
    var found = new ArrayList<Question>();
    statements
        .apply(session)
        .forEach(
            (table, sql) ->
                sql.ifPresent(
                    asked -> found.add(new Question(table, on -> answer(on, table, asked)))));
    questions = List.copyOf(found);
    if (questions.isEmpty()) {
      nothing.accept(session, content);
    }
  }

  private Runnable answer(Session session, String table, String sql) {
    try {
      Grid grid = Ask.grid(session, sql);
      return () -> {
        answered = true;
        content.grid(table, grid);
      };
    } catch (Fault fault) {
      if (fault.code().id().startsWith("connect.")) {
        throw fault;
      }
      return () -> {
        first = first.or(() -> Optional.of(fault));
        content.note(table + ": " + fault.detail());
      };
    }
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  @Override
  public void asked() {
    if (!answered && first.isPresent()) {
      throw first.get();
    }
  }

  @Override
  public Content content() {
    return content;
  }
}
