package org.binnacle.sql.parse;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.CharsetWithOptBinaryContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DataTypeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.StringListContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.CheckDef;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;

/// Column definitions out of the grammar's tree.
final class ColumnReader {
  private final Names names;
  private final List<CheckDef> checks = new ArrayList<>();

  ColumnReader(Names names) {
    this.names = names;
  }

  /// The CHECKs that the columns read so far had of their own.
  List<CheckDef> checks() {
    return checks;
  }

  /// @param name the column's name, where it stands
  ColumnDef column(
      ParserRuleContext name, FieldDefinitionContext field, boolean references, Span span) {
    Attributes a = new Attributes();
    ColumnType type = type(field.dataType());
    if (field.collate() != null) {
      a.collation = Optional.of(names.read(field.collate().collationName()));
    }
    field.columnAttribute().forEach(one -> attribute(one, a));
    Optional<ColumnDef.Generated> generated =
        field.AS_SYMBOL() == null
            ? Optional.empty()
            : Optional.of(
                new ColumnDef.Generated(
                    field.STORED_SYMBOL() != null, names.source(field.exprWithParentheses())));
    boolean serial = type.name().equals("serial");
    return new ColumnDef(
        names.read(name),
        names.span(name),
        type,
        serial ? Optional.of(false) : a.nullable,
        a.defaultText,
        a.onUpdate,
        a.autoIncrement || serial,
        a.primary,
        a.unique || serial,
        a.comment,
        a.collation,
        generated,
        references,
        a.invisible,
        a.srid,
        span);
  }

  private static final class Attributes {
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<String> defaultText = Optional.empty();
    private Optional<String> onUpdate = Optional.empty();
    private boolean autoIncrement;
    private boolean primary;
    private boolean unique;
    private Optional<String> comment = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private boolean invisible;
    private Optional<Long> srid = Optional.empty();
  }

  private void attribute(ColumnAttributeContext ctx, Attributes a) {
    if (ctx.checkConstraint() != null) {
      checks.add(
          new CheckDef(
              ctx.constraintName() == null || ctx.constraintName().identifier() == null
                  ? Optional.empty()
                  : Optional.of(names.read(ctx.constraintName().identifier())),
              names.source(ctx.checkConstraint().exprWithParentheses()),
              ctx.constraintEnforcement() == null
                  || ctx.constraintEnforcement().NOT_SYMBOL() == null,
              names.span(ctx)));
    } else if (ctx.UPDATE_SYMBOL() != null) {
      int from = ctx.UPDATE_SYMBOL().getSymbol().getStopIndex() + 1;
      String source = names.source(ctx);
      a.onUpdate = Optional.of(source.substring(from - ctx.getStart().getStartIndex()).strip());
    } else if (ctx.SERIAL_SYMBOL() != null) {
      a.autoIncrement = true;
      a.unique = true;
      a.nullable = Optional.of(false);
    } else if (ctx.DEFAULT_SYMBOL() != null) {
      a.defaultText =
          names
              .sourceOf(ctx.nowOrSignedLiteral())
              .or(() -> names.sourceOf(ctx.exprWithParentheses()));
    } else if (ctx.nullLiteral() != null) {
      a.nullable = Optional.of(ctx.NOT_SYMBOL() == null);
    } else if (ctx.AUTO_INCREMENT_SYMBOL() != null) {
      a.autoIncrement = true;
    } else if (ctx.UNIQUE_SYMBOL() != null) {
      a.unique = true;
    } else if (ctx.KEY_SYMBOL() != null) {
      a.primary = true;
    } else if (ctx.COMMENT_SYMBOL() != null) {
      a.comment = Optional.of(names.literal(ctx.textLiteral()));
    } else if (ctx.collate() != null) {
      a.collation = Optional.of(names.read(ctx.collate().collationName()));
    } else if (ctx.SRID_SYMBOL() != null) {
      a.srid = Optional.of(number(ctx.real_ulonglong_number().getText()));
    } else if (ctx.visibility() != null) {
      a.invisible = ctx.visibility().INVISIBLE_SYMBOL() != null;
    }
  }

  ColumnType type(DataTypeContext ctx) {
    var words = new StringBuilder();
    for (int i = 0; i < ctx.getChildCount(); i++) {
      var child = ctx.getChild(i);
      String rule = child.getClass().getSimpleName();
      if (child instanceof TerminalNode
          || rule.startsWith("Nchar")
          || rule.startsWith("RealType")) {
        for (TerminalNode node : Names.terminals(child)) {
          words.append(node.getText().toUpperCase(Locale.ROOT)).append(' ');
        }
      }
    }
    Numbers numbers = numbers(ctx);
    String written = words.toString().strip();
    String name = canonical(written);
    Optional<Integer> length = numbers.first();
    if (written.startsWith("BOOL")) {
      length = Optional.of(1);
    }
    if (name.equals("float") && length.orElse(0) > 24 && numbers.second().isEmpty()) {
      name = "double";
    }
    boolean national = written.startsWith("N");
    return new ColumnType(
        byteString(ctx.charsetWithOptBinary()) ? bytes(name) : name,
        length,
        numbers.second(),
        name.equals("serial")
            || (ctx.fieldOptions() != null
                && !(ctx.fieldOptions().UNSIGNED_SYMBOL().isEmpty()
                    && ctx.fieldOptions().ZEROFILL_SYMBOL().isEmpty())),
        ctx.fieldOptions() != null && !ctx.fieldOptions().ZEROFILL_SYMBOL().isEmpty(),
        values(ctx.stringList()),
        charset(ctx.charsetWithOptBinary()).or(() -> national ? NATIONAL : Optional.empty()),
        names.span(ctx));
  }

  private static final Optional<String> NATIONAL = Optional.of("utf8mb3");

  private record Numbers(Optional<Integer> first, Optional<Integer> second) {}

  /// The numbers in the brackets behind the type's words.
  private static Numbers numbers(DataTypeContext ctx) {
    ParserRuleContext brackets =
        ctx.fieldLength() != null
            ? ctx.fieldLength()
            : ctx.precision() != null
                ? ctx.precision()
                : ctx.floatOptions() != null ? ctx.floatOptions() : ctx.typeDatetimePrecision();
    if (brackets == null) {
      return new Numbers(Optional.empty(), Optional.empty());
    }
    var found = new ArrayList<Integer>();
    for (TerminalNode node : Names.terminals(brackets)) {
      if (Character.isDigit(node.getText().charAt(0))) {
        found.add((int) Math.min(Integer.MAX_VALUE, number(node.getText())));
      }
    }
    return new Numbers(
        found.isEmpty() ? Optional.empty() : Optional.of(found.get(0)),
        found.size() < 2 ? Optional.empty() : Optional.of(found.get(1)));
  }

  /// The name that `SHOW CREATE TABLE` prints.
  private static String canonical(String written) {
    return switch (written) {
      case "INTEGER", "INT4" -> "int";
      case "INT1", "BOOL", "BOOLEAN" -> "tinyint";
      case "INT2" -> "smallint";
      case "INT3", "MIDDLEINT" -> "mediumint";
      case "INT8" -> "bigint";
      case "REAL", "DOUBLE PRECISION", "FLOAT8" -> "double";
      case "FLOAT4" -> "float";
      case "DEC", "NUMERIC", "FIXED" -> "decimal";
      case "CHARACTER", "NCHAR", "NATIONAL CHAR", "NATIONAL CHARACTER" -> "char";
      case "VARCHARACTER",
          "CHAR VARYING",
          "CHARACTER VARYING",
          "NVARCHAR",
          "NCHAR VARCHAR",
          "NCHAR VARYING",
          "NATIONAL VARCHAR",
          "NATIONAL CHAR VARYING",
          "NATIONAL CHARACTER VARYING" ->
          "varchar";
      case "LONG", "LONG VARCHAR", "LONG CHAR VARYING", "LONG CHARACTER VARYING" -> "mediumtext";
      case "LONG VARBINARY" -> "mediumblob";
      case "GEOMCOLLECTION" -> "geometrycollection";
      default -> written.toLowerCase(Locale.ROOT);
    };
  }

  private static boolean byteString(CharsetWithOptBinaryContext ctx) {
    return ctx != null && ctx.BYTE_SYMBOL() != null;
  }

  private static String bytes(String name) {
    return switch (name) {
      case "char" -> "binary";
      case "varchar" -> "varbinary";
      default -> name.replace("text", "blob");
    };
  }

  private Optional<String> charset(CharsetWithOptBinaryContext ctx) {
    if (ctx == null) {
      return Optional.empty();
    }
    if (ctx.ascii() != null) {
      return Optional.of("latin1");
    }
    if (ctx.unicode() != null) {
      return Optional.of("ucs2");
    }
    return ctx.charsetName() == null
        ? Optional.empty()
        : Optional.of(names.read(ctx.charsetName()).toLowerCase(Locale.ROOT));
  }

  private List<String> values(StringListContext ctx) {
    return ctx == null ? List.of() : ctx.textString().stream().map(names::literal).toList();
  }

  static long number(String digits) {
    try {
      return digits.startsWith("0x")
          ? Long.parseLong(digits.substring(2), 16)
          : Long.parseLong(digits);
    } catch (NumberFormatException beyond) {
      return Long.MAX_VALUE;
    }
  }
}
