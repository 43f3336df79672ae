package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.JsonAggregateFunction;
import net.sf.jsqlparser.expression.JsonExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.UserVariable;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.binnacle.sql.Span;
import org.jspecify.annotations.Nullable;

/// Values of JSqlParser's tree, flat.
final class ExpressionReader {
  private final String text;
  private final BlockReader blocks;
  private final PredicateReader predicates = new PredicateReader(this);

  ExpressionReader(String text, BlockReader blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  String text() {
    return text;
  }

  Optional<Span> within(Object node) {
    return Spans.of(node).filter(s -> s.end() <= text.length());
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

  List<Operand> operands(@Nullable Iterable<?> all) {
    var list = new ArrayList<Operand>();
    if (all != null) {
      for (Object one : all) {
        list.add(operand((Expression) one));
      }
    }
    return list;
  }

  Operand operand(Expression e) {
    return switch (e) {
      case Column c when isBoolean(c) -> literal(Operand.Kind.NUMBER, c.getColumnName(), c);
      case Column c ->
          new Operand(
              Operand.Kind.COLUMN,
              "",
              List.of(column(c)),
              List.of(),
              List.of(),
              c.toString(),
              within(c));
      case StringValue s when isBits(s) -> bare("hex", s);
      case StringValue s -> literal(Operand.Kind.STRING, s.getValue(), s);
      case LongValue n -> literal(Operand.Kind.NUMBER, n.getStringValue(), n);
      case DoubleValue n -> literal(Operand.Kind.NUMBER, n.toString(), n);
      case BooleanValue b -> literal(Operand.Kind.NUMBER, b.toString(), b);
      case SignedExpression n
          when n.getSign() != '~'
              && (n.getExpression() instanceof LongValue
                  || n.getExpression() instanceof DoubleValue) ->
          literal(Operand.Kind.NUMBER, n.toString(), n);
      case NullValue n -> literal(Operand.Kind.NULL, "NULL", n);
      case JdbcParameter p -> literal(Operand.Kind.PARAMETER, "?", p);
      case JdbcNamedParameter p -> literal(Operand.Kind.PARAMETER, p.toString(), p);
      case UserVariable v -> literal(Operand.Kind.PARAMETER, v.toString(), v);
      case HexValue h -> bare("hex", h);
      case DateTimeLiteralExpression d -> bare("temporal", d);
      case Function f -> function(f);
      case TimeKeyExpression t -> {
        String name = t.getStringValue().replace("()", "").strip().toLowerCase(Locale.ROOT);
        yield new Operand(
            Operand.Kind.FUNCTION, name, List.of(), List.of(name), List.of(), name, within(t));
      }
      case AllTableColumns all ->
          literal(Operand.Kind.EXPRESSION, bare(all.getTable().getName()) + ".*", all);
      case AllColumns all -> literal(Operand.Kind.EXPRESSION, "*", all);
      case Select s -> literal(Operand.Kind.SUBQUERY, "", s);
      case ParenthesedExpressionList<?> list when list.size() == 1 -> operand(list.getFirst());
      case ExpressionList<?> list -> of(Operand.Kind.ROW, "", operands(list), List.of(), e);
      case BinaryExpression b ->
          of(
              Operand.Kind.EXPRESSION,
              b.getStringExpression().toUpperCase(Locale.ROOT),
              List.of(operand(b.getLeftExpression()), operand(b.getRightExpression())),
              List.of(),
              e);
      case SignedExpression s -> wrapped("sign", s.getExpression(), e);
      case CastExpression c -> wrapped("cast", c.getLeftExpression(), e);
      case CollateExpression c -> wrapped("collate", c.getLeftExpression(), e);
      case TranscodingFunction c -> wrapped("cast", c.getExpression(), e);
      case TrimFunction c -> wrapped("trim", c.getExpression(), e);
      case ExtractExpression c -> wrapped("extract", c.getExpression(), e);
      case JsonExpression c -> bare("json", e);
      case IntervalExpression c -> bare("interval", e);
      case AnalyticExpression c -> bare("window", e);
      case AnyComparisonExpression c -> bare("any", e);
      case CaseExpression c -> cases(c);
      default -> bare("", e);
    };
  }

  private Operand wrapped(String form, Expression inner, Expression e) {
    return of(Operand.Kind.EXPRESSION, form, List.of(operand(inner)), List.of(), e);
  }

  private Operand function(Function f) {
    String name = f.getName().toLowerCase(Locale.ROOT);
    List<Operand> args = operands(f.getParameters());
    if (f.getNamedParameters() != null || f.getOrderByElements() != null) {
      Operand all = bare(name, f);
      return new Operand(
          Operand.Kind.FUNCTION, name, all.columns(), all.calls(), args, name, within(f));
    }
    Operand made = of(Operand.Kind.FUNCTION, name, args, List.of(name), f);
    return new Operand(made.kind(), name, made.columns(), made.calls(), args, name, made.span());
  }

  private Operand cases(CaseExpression c) {
    var results = new ArrayList<Operand>();
    for (WhenClause when : c.getWhenClauses()) {
      results.add(operand(when.getThenExpression()));
    }
    if (c.getElseExpression() != null) {
      results.add(operand(c.getElseExpression()));
    }
    Operand all = bare("case", c);
    return new Operand(
        all.kind(), "case", all.columns(), all.calls(), results, all.text(), all.span());
  }

  /// One whose columns and calls are those of its parts.
  private Operand of(
      Operand.Kind kind, String form, List<Operand> parts, List<String> calls, Expression e) {
    var columns = new ArrayList<ColumnUse>();
    var all = new LinkedHashSet<>(calls);
    for (Operand part : parts) {
      columns.addAll(part.columns());
      all.addAll(part.calls());
    }
    Optional<Span> span =
        (e instanceof BinaryExpression ? Optional.<Span>empty() : within(e))
            .or(() -> Spans.around(parts).map(s -> Spans.balanced(s, text)));
    String words = kind == Operand.Kind.FUNCTION ? form : e.toString();
    return new Operand(kind, form, columns, List.copyOf(all), parts, words, span);
  }

  /// One that is looked into for its columns and calls only.
  private Operand bare(String form, Expression e) {
    var columns = new ArrayList<ColumnUse>();
    var calls = new LinkedHashSet<String>();
    e.accept(
        new ExpressionVisitorAdapter<@Nullable Void>() {
          @Override
          public <S> @Nullable Void visit(Column column, S context) {
            columns.add(column(column));
            return null;
          }

          @Override
          public <S> @Nullable Void visit(Function function, S context) {
            calls.add(function.getName().toLowerCase(Locale.ROOT));
            return super.visit(function, context);
          }

          private ColumnUse column(Column column) {
            return ExpressionReader.this.column(column);
          }
        },
        null);
    if (e instanceof JsonAggregateFunction) {
      calls.add("json_arrayagg");
    }
    return new Operand(
        Operand.Kind.EXPRESSION,
        form,
        columns,
        List.copyOf(calls),
        List.of(),
        e.toString(),
        within(e));
  }

  private static boolean isBits(StringValue s) {
    return s.getPrefix() != null
        && (s.getPrefix().equalsIgnoreCase("b") || s.getPrefix().equalsIgnoreCase("x"));
  }

  private static boolean isBoolean(Column c) {
    return c.getTable() == null
        && (c.getColumnName().equalsIgnoreCase("true")
            || c.getColumnName().equalsIgnoreCase("false"));
  }

  private Operand literal(Operand.Kind kind, String value, Object node) {
    return new Operand(kind, "", List.of(), List.of(), List.of(), value, within(node));
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
            calls.add(
                new Block.Call(
                    function.getName().toLowerCase(Locale.ROOT),
                    operands(function.getParameters()),
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
          public <S> @Nullable Void visit(Select select, S context) {
            blocks.select(select, place, depth + 1);
            return null;
          }

          @Override
          public <S> @Nullable Void visit(AnyComparisonExpression any, S context) {
            blocks.select(any.getSelect(), place, depth + 1);
            return null;
          }

          @Override
          public <S> @Nullable Void visit(
              net.sf.jsqlparser.expression.operators.relational.ExistsExpression exists,
              S context) {
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
    if (e == null) {
      return List.of();
    }
    List<Predicate> found = predicates.read(e);
    calls(e, calls, Block.Place.CONDITION, depth);
    return found;
  }
}
