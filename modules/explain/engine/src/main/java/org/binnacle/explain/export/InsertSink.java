package org.binnacle.explain.export;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;

/// INSERT statements of a hundred rows each, into the table that the first column comes from. Right
/// for sessions in UTF-8 without NO_BACKSLASH_ESCAPES.
final class InsertSink implements RowSink {
  private static final int BATCH = 100;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE][+-]?[0-9]+)?");
  private final Writer out;
  private List<Head> columns = List.of();
  private String head = "";
  private int inBatch;

  InsertSink(Writer out) {
    this.out = out;
  }

  @Override
  public void begin(String title, List<Head> heads) {
    columns = heads;
    String table =
        heads.stream()
            .map(Head::table)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("result");
    head =
        "INSERT INTO "
            + Quote.name(table)
            + " ("
            + heads.stream().map(InsertSink::name).collect(Collectors.joining(", "))
            + ") VALUES\n";
    inBatch = 0;
  }

  private static String name(Head column) {
    return Quote.name(column.label().isEmpty() ? "column" : column.label());
  }

  @Override
  public void row(List<Cell> row) throws IOException {
    out.write(inBatch == 0 ? head : ",\n");
    out.write('(');
    for (int i = 0; i < columns.size(); i++) {
      out.write(i == 0 ? "" : ", ");
      out.write(literal(columns.get(i), i < row.size() ? row.get(i) : Cell.MISSING));
    }
    out.write(')');
    inBatch++;
    if (inBatch == BATCH) {
      end();
    }
  }

  private static String literal(Head column, Cell cell) {
    return switch (cell) {
      case Cell.Null ignored -> "NULL";
      case Cell.Missing ignored -> "NULL";
      case Cell.Text(String value) ->
          column.kind() == Head.Kind.NUMBER && NUMBER.matcher(value).matches()
              ? value
              : Quote.string(value, SqlModes.DEFAULT);
      case Cell.Binary(byte[] value) ->
          value.length == 0 ? "''" : "0x" + HexFormat.of().withUpperCase().formatHex(value);
    };
  }

  @Override
  public void end() throws IOException {
    if (inBatch > 0) {
      out.write(";\n");
    }
    inBatch = 0;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
