package org.binnacle.explain.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Literals;
import org.binnacle.sql.Quote;

/// INSERT statements of a hundred rows each, into the table that the first column comes from. Right
/// for sessions in UTF-8 without NO_BACKSLASH_ESCAPES.
final class InsertSink implements RowSink {
  private static final int BATCH = 100;
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
      out.write(Literals.of(columns.get(i), i < row.size() ? row.get(i) : Cell.MISSING));
    }
    out.write(')');
    inBatch++;
    if (inBatch == BATCH) {
      end();
    }
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
