package org.binnacle.diagnosis.query;

import java.util.List;
import java.util.stream.Stream;
import org.binnacle.diagnosis.session.Field;
import org.binnacle.diagnosis.session.ProcessRow;

/// One part of a query; a row must meet all of them.
sealed interface Condition {

  boolean meets(ProcessRow row);

  /// The text somewhere in the row.
  record Anywhere(List<Match> any) implements Condition {
    private static final List<Field> LOOKED_AT =
        Field.all().stream().filter(Anywhere::isLookedAt).toList();

    private static boolean isLookedAt(Field field) {
      return field == Field.ID || (field.type() == Field.Type.TEXT && field != Field.KIND);
    }

    @Override
    public boolean meets(ProcessRow row) {
      for (Field field : LOOKED_AT) {
        String text = field == Field.ID ? Long.toString(row.id()) : field.text(row);
        if (!text.isEmpty() && any.stream().anyMatch(match -> match.in(text))) {
          return true;
        }
      }
      return false;
    }
  }

  record Text(Field field, List<Match> any) implements Condition {
    @Override
    public boolean meets(ProcessRow row) {
      if (field == Field.BLOCKED_BY && row.blocking().by().contains(", ")) {
        return Stream.of(row.blocking().by().split(", "))
            .anyMatch(one -> any.stream().anyMatch(match -> match.in(one)));
      }
      String text =
          field == Field.HOST && any.stream().anyMatch(Text::hasPort)
              ? row.client().text()
              : field.text(row);
      return any.stream().anyMatch(match -> match.in(text));
    }

    private static boolean hasPort(Match match) {
      return match instanceof Match.Whole whole && whole.pattern().contains(":");
    }
  }

  /// A number in one of the ranges, both ends within; a row without the number meets none.
  record Numeric(Field field, List<Range> any) implements Condition {
    @Override
    public boolean meets(ProcessRow row) {
      return field
          .number(row)
          .filter(number -> any.stream().anyMatch(range -> range.holds(number)))
          .isPresent();
    }
  }

  record Range(long from, long to) {
    boolean holds(long number) {
      return number >= from && number <= to;
    }
  }

  record Is(List<Trait> any) implements Condition {
    @Override
    public boolean meets(ProcessRow row) {
      return any.stream().anyMatch(trait -> trait.of(row));
    }
  }

  record Saved(SessionQuery query) implements Condition {
    @Override
    public boolean meets(ProcessRow row) {
      return query.test(row);
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean meets(ProcessRow row) {
      return !condition.meets(row);
    }
  }
}
