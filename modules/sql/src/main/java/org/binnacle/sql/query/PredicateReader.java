package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.expression.operators.relational.RegExpMatchOperator;
import org.binnacle.sql.Span;

/// Conditions of JSqlParser's tree, flat.
final class PredicateReader {
  private final ExpressionReader expressions;
  private int groups;

  PredicateReader(ExpressionReader expressions) {
    this.expressions = expressions;
  }

  /// How the conditions that are being read are put together.
  private record Side(boolean negated, boolean underOr, boolean byOr, int group) {
    Side turned() {
      return new Side(!negated, underOr, byOr, group);
    }
  }

  List<Predicate> read(Expression e) {
    var found = new ArrayList<Predicate>();
    walk(e, new Side(false, false, false, groups++), found);
    return found;
  }

  private void walk(Expression e, Side side, List<Predicate> out) {
    switch (e) {
      case AndExpression and ->
          walk(and.getLeftExpression(), and.getRightExpression(), side.negated(), side, out);
      case OrExpression or ->
          walk(or.getLeftExpression(), or.getRightExpression(), !side.negated(), side, out);
      case NotExpression not -> walk(not.getExpression(), side.turned(), out);
      case ParenthesedExpressionList<?> list when list.size() == 1 ->
          walk(list.getFirst(), side, out);
      default -> out.add(predicate(e, side));
    }
  }

  private void walk(Expression left, Expression right, boolean or, Side side, List<Predicate> out) {
    Side own =
        or == side.byOr() ? side : new Side(side.negated(), side.underOr() || or, or, groups++);
    walk(left, own, out);
    walk(right, own, out);
  }

  private Predicate predicate(Expression e, Side side) {
    return switch (e) {
      case LikeExpression like -> two(kind(like), "LIKE", like, like.isNot(), side);
      case RegExpMatchOperator regexp -> two(Predicate.Kind.REGEXP, "REGEXP", regexp, false, side);
      case ComparisonOperator c ->
          two(Predicate.Kind.COMPARE, c.getStringExpression(), c, false, side);
      case InExpression in -> {
        Expression list = in.getRightExpression();
        List<Operand> right =
            list instanceof ExpressionList<?> all
                ? expressions.operands(all)
                : List.of(expressions.operand(list));
        yield make(Predicate.Kind.IN, "IN", in.getLeftExpression(), right, in.isNot(), side, e);
      }
      case Between b ->
          make(
              Predicate.Kind.BETWEEN,
              "BETWEEN",
              b.getLeftExpression(),
              List.of(
                  expressions.operand(b.getBetweenExpressionStart()),
                  expressions.operand(b.getBetweenExpressionEnd())),
              b.isNot(),
              side,
              e);
      case IsNullExpression is ->
          make(
              Predicate.Kind.IS_NULL,
              "IS NULL",
              is.getLeftExpression(),
              List.of(),
              is.isNot(),
              side,
              e);
      case ExistsExpression exists ->
          make(
              Predicate.Kind.EXISTS,
              "EXISTS",
              exists.getRightExpression(),
              List.of(),
              exists.isNot(),
              side,
              e);
      case BinaryExpression other ->
          make(
              Predicate.Kind.OTHER,
              other.getStringExpression().toUpperCase(Locale.ROOT),
              other,
              List.of(),
              false,
              side,
              e);
      default -> make(Predicate.Kind.VALUE, "", e, List.of(), false, side, e);
    };
  }

  private static Predicate.Kind kind(LikeExpression like) {
    return switch (like.getLikeKeyWord()) {
      case RLIKE, REGEXP, REGEXP_LIKE -> Predicate.Kind.REGEXP;
      default -> Predicate.Kind.LIKE;
    };
  }

  private Predicate two(
      Predicate.Kind kind, String operator, BinaryExpression e, boolean not, Side side) {
    return make(
        kind,
        operator,
        e.getLeftExpression(),
        List.of(expressions.operand(e.getRightExpression())),
        not,
        side,
        e);
  }

  private Predicate make(
      Predicate.Kind kind,
      String operator,
      Expression left,
      List<Operand> right,
      boolean not,
      Side side,
      Expression whole) {
    Operand one = expressions.operand(left);
    return new Predicate(
        kind,
        operator,
        one,
        right,
        side.negated() ^ not,
        side.underOr(),
        side.group(),
        side.byOr(),
        span(kind, one, right, not, whole));
  }

  /// Few conditions have a place of their own, and the first below WHERE has that of all of them:
  /// theirs is that of their sides.
  private Optional<Span> span(
      Predicate.Kind kind, Operand left, List<Operand> right, boolean not, Expression whole) {
    var sides = new ArrayList<Operand>();
    sides.add(left);
    sides.addAll(right);
    String text = expressions.text();
    Optional<Span> own =
        switch (whole) {
          case LikeExpression e -> expressions.within(e);
          case InExpression e -> expressions.within(e);
          case ComparisonOperator e -> expressions.within(e);
          default -> Optional.empty();
        };
    Optional<Span> around = Spans.around(sides).map(s -> Spans.balanced(s, text));
    around = around.map(s -> own.map(s::with).orElse(s)).or(() -> own);
    return switch (kind) {
      case IS_NULL ->
          around.map(
              s ->
                  not
                      ? Spans.over(s, text, "IS", "NOT", "NULL")
                      : Spans.over(s, text, "IS", "NULL"));
      default -> around.or(() -> expressions.within(whole));
    };
  }
}
