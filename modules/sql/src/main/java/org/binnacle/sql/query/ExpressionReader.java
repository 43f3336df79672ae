package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.UserVariable;
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
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.binnacle.sql.Span;
import org.jspecify.annotations.Nullable;

/// Conditions and values of JSqlParser's tree, flat.
final class ExpressionReader {
  private final String text;
  private final BlockReader blocks;
  private int groups;

  ExpressionReader(String text, BlockReader blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  /// Where a node stands; the parser counts from 1.
  static Optional<Span> span(Object node) {
    if (!(node instanceof ASTNodeAccess access) || access.getASTNode() == null) {
      return Optional.empty();
    }
    var first = access.getASTNode().jjtGetFirstToken();
    var last = access.getASTNode().jjtGetLastToken();
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(new Span(first.absoluteBegin - 1, last.absoluteEnd - 1))
            .filter(s -> s.start() >= 0 && s.end() >= s.start());
  }

  private Optional<Span> within(Object node) {
    return span(node).filter(s -> s.end() <= text.length());
  }

  static String bare(@Nullable String name) {
    if (name == null) {
      return "";
    }
    boolean quoted =
        name.length() > 1 && name.charAt(0) == '`' && name.charAt(name.length() - 1) == '`';
    return quoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
  }

  TableUse table(Table table) {
    String alias = table.getAlias() == null ? "" : bare(table.getAlias().getName());
    return new TableUse(
        bare(table.getSchemaName()), bare(table.getName()), alias, false, within(table));
  }

  ColumnUse column(Column column) {
    String table = column.getTable() == null ? "" : bare(column.getTable().getName());
    return new ColumnUse(table, bare(column.getColumnName()), within(column));
  }

  Optional<Operand> optional(@Nullable Expression e) {
    return e == null ? Optional.empty() : Optional.of(operand(e));
  }

  List<Operand> operands(Iterable<?> all) {
    var list = new ArrayList<Operand>();
    for (Object one : all) {
      list.add(operand((Expression) one));
    }
    return list;
  }

  Operand operand(Expression e) {
    return switch (e) {
      case Column c when isBoolean(c) -> literal(Operand.Kind.NUMBER, c.getColumnName(), c);
      case Column c ->
          new Operand(Operand.Kind.COLUMN, List.of(column(c)), c.toString(), within(c));
      case StringValue s -> literal(Operand.Kind.STRING, s.getValue(), s);
      case LongValue n -> literal(Operand.Kind.NUMBER, n.getStringValue(), n);
      case DoubleValue n -> literal(Operand.Kind.NUMBER, n.toString(), n);
      case SignedExpression n
          when n.getExpression() instanceof LongValue || n.getExpression() instanceof DoubleValue ->
          literal(Operand.Kind.NUMBER, n.toString(), n);
      case NullValue n -> literal(Operand.Kind.NULL, "NULL", n);
      case JdbcParameter p -> literal(Operand.Kind.PARAMETER, "?", p);
      case JdbcNamedParameter p -> literal(Operand.Kind.PARAMETER, p.toString(), p);
      case UserVariable v -> literal(Operand.Kind.PARAMETER, v.toString(), v);
      case Function f ->
          new Operand(
              Operand.Kind.FUNCTION, columns(f), f.getName().toLowerCase(Locale.ROOT), within(f));
      case AllTableColumns all ->
          literal(Operand.Kind.EXPRESSION, all.getTable().getName() + ".*", all);
      case AllColumns all -> literal(Operand.Kind.EXPRESSION, "*", all);
      case Select s -> literal(Operand.Kind.SUBQUERY, "", s);
      case ParenthesedExpressionList<?> list when list.size() == 1 -> operand(list.getFirst());
      case ExpressionList<?> list ->
          new Operand(Operand.Kind.ROW, columns(e), list.toString(), within(e));
      default -> new Operand(Operand.Kind.EXPRESSION, columns(e), e.toString(), within(e));
    };
  }

  private static boolean isBoolean(Column c) {
    return c.getTable() == null
        && (c.getColumnName().equalsIgnoreCase("true")
            || c.getColumnName().equalsIgnoreCase("false"));
  }

  private Operand literal(Operand.Kind kind, String value, Object node) {
    return new Operand(kind, List.of(), value, within(node));
  }

  private List<ColumnUse> columns(Expression e) {
    var found = new ArrayList<ColumnUse>();
    e.accept(
        new ExpressionVisitorAdapter<@Nullable Void>() {
          @Override
          public <S> @Nullable Void visit(Column column, S context) {
            found.add(column(column));
            return null;
          }

          private ColumnUse column(Column column) {
            return ExpressionReader.this.column(column);
          }
        },
        null);
    return found;
  }

  /// The calls in an expression; the queries nested in it become blocks.
  void calls(@Nullable Expression e, List<Block.Call> calls, Block.Place place, int depth) {
    if (e == null) {
      return;
    }
    e.accept(
        new ExpressionVisitorAdapter<@Nullable Void>() {
          @Override
          public <S> @Nullable Void visit(Function function, S context) {
            int arguments = function.getParameters() == null ? 0 : function.getParameters().size();
            calls.add(
                new Block.Call(
                    function.getName().toLowerCase(Locale.ROOT),
                    arguments,
                    function.isDistinct(),
                    within(function)));
            return super.visit(function, context);
          }

          @Override
          public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
            blocks.select(select, place, depth + 1);
            return null;
          }

          @Override
          public <S> @Nullable Void visit(ExistsExpression exists, S context) {
            if (exists.getRightExpression() instanceof Select select) {
              blocks.select(select, Block.Place.EXISTS, depth + 1);
              return null;
            }
            return super.visit(exists, context);
          }
        },
        null);
  }

  /// The conditions below AND, OR, NOT and brackets.
  List<Predicate> predicates(@Nullable Expression e, List<Block.Call> calls, int depth) {
    var found = new ArrayList<Predicate>();
    if (e != null) {
      walk(e, false, false, groups++, found);
      calls(e, calls, Block.Place.CONDITION, depth);
    }
    return found;
  }

  private void walk(Expression e, boolean negated, boolean or, int group, List<Predicate> out) {
    switch (e) {
      case AndExpression and -> {
        int own = or ? groups++ : group;
        walk(and.getLeftExpression(), negated, or, own, out);
        walk(and.getRightExpression(), negated, or, own, out);
      }
      case OrExpression any -> {
        int own = or ? group : groups++;
        walk(any.getLeftExpression(), negated, true, own, out);
        walk(any.getRightExpression(), negated, true, own, out);
      }
      case NotExpression not -> walk(not.getExpression(), !negated, or, group, out);
      case ParenthesedExpressionList<?> list when list.size() == 1 ->
          walk(list.getFirst(), negated, or, group, out);
      default -> out.add(predicate(e, negated, or, group));
    }
  }

  private Predicate predicate(Expression e, boolean not, boolean or, int group) {
    return switch (e) {
      case LikeExpression like -> of(kind(like), "LIKE", like, not ^ like.isNot(), or, group);
      case RegExpMatchOperator regexp ->
          of(Predicate.Kind.REGEXP, "REGEXP", regexp, not, or, group);
      case ComparisonOperator c ->
          of(Predicate.Kind.COMPARE, c.getStringExpression(), c, not, or, group);
      case InExpression in -> {
        Expression list = in.getRightExpression();
        List<Operand> right =
            list instanceof ExpressionList<?> all ? operands(all) : List.of(operand(list));
        yield make(
            Predicate.Kind.IN, "IN", in.getLeftExpression(), right, not ^ in.isNot(), or, group, e);
      }
      case Between b ->
          make(
              Predicate.Kind.BETWEEN,
              "BETWEEN",
              b.getLeftExpression(),
              List.of(operand(b.getBetweenExpressionStart()), operand(b.getBetweenExpressionEnd())),
              not ^ b.isNot(),
              or,
              group,
              e);
      case IsNullExpression is ->
          make(
              Predicate.Kind.IS_NULL,
              "IS NULL",
              is.getLeftExpression(),
              List.of(),
              not ^ is.isNot(),
              or,
              group,
              e);
      case ExistsExpression exists ->
          make(
              Predicate.Kind.EXISTS,
              "EXISTS",
              exists.getRightExpression(),
              List.of(),
              not ^ exists.isNot(),
              or,
              group,
              e);
      case BinaryExpression other ->
          make(
              Predicate.Kind.OTHER,
              other.getStringExpression(),
              other,
              List.of(),
              not,
              or,
              group,
              e);
      default -> make(Predicate.Kind.VALUE, "", e, List.of(), not, or, group, e);
    };
  }

  private static Predicate.Kind kind(LikeExpression like) {
    return switch (like.getLikeKeyWord()) {
      case RLIKE, REGEXP, REGEXP_LIKE -> Predicate.Kind.REGEXP;
      default -> Predicate.Kind.LIKE;
    };
  }

  private Predicate of(
      Predicate.Kind kind,
      String operator,
      BinaryExpression e,
      boolean not,
      boolean or,
      int group) {
    return make(
        kind,
        operator,
        e.getLeftExpression(),
        List.of(operand(e.getRightExpression())),
        not,
        or,
        group,
        e);
  }

  private Predicate make(
      Predicate.Kind kind,
      String operator,
      Expression left,
      List<Operand> right,
      boolean not,
      boolean or,
      int group,
      Expression whole) {
    Operand one = operand(left);
    Optional<Span> span = within(whole).or(() -> around(one, right));
    return new Predicate(kind, operator, one, right, not, or, group, span);
  }

  /// Conditions have no place of their own: theirs is that of their sides.
  private static Optional<Span> around(Operand left, List<Operand> right) {
    Optional<Span> all = left.span();
    for (Operand one : right) {
      Optional<Span> own = one.span();
      all =
          all.isPresent() && own.isPresent()
              ? Optional.of(all.get().with(own.get()))
              : all.or(() -> own);
    }
    return all;
  }
}
