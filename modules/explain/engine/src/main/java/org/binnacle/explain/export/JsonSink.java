package org.binnacle.explain.export;

import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A list of results: `[{"title", "columns": [{"name", "type"}], "rows": [[...], ...]}]`, a row a
/// line. Rows are lists, since two columns may have one name. Numbers are numbers with all their
/// digits, NULL is null, bytes are `0x1F`.
final class JsonSink implements RowSink {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private final Writer writer;
  private final JsonGenerator out;
  private List<Head> columns = List.of();

  JsonSink(Writer writer) {
    this.writer = writer;
    this.out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer);
    out.writeStartArray();
  }

  @Override
  public void begin(String title, List<Head> heads) {
    columns = heads;
    out.writeStartObject();
    out.writeName("title");
    out.writeString(title);
    out.writeName("columns");
    out.writeStartArray();
    for (Head head : heads) {
      out.writeStartObject();
      out.writeName("name");
      out.writeString(head.label());
      out.writeName("type");
      out.writeString(head.type());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeName("rows");
    out.writeStartArray();
    out.writeRaw("\n");
  }

  @Override
  public void row(List<Cell> row) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < columns.size(); i++) {
      value(columns.get(i), i < row.size() ? row.get(i) : Cell.MISSING);
    }
    out.writeEndArray();
    out.writeRaw("\n");
  }

  private void value(Head head, Cell cell) {
    switch (cell) {
      case Cell.Null ignored -> out.writeNull();
      case Cell.Missing ignored -> out.writeNull();
      case Cell.Text(String value) -> {
        if (head.kind() == Head.Kind.NUMBER && NUMBER.matcher(value).matches()) {
          out.writeNumber(value);
        } else {
          out.writeString(value);
        }
      }
      case Cell.Binary(byte[] value) ->
          out.writeString("0x" + HexFormat.of().withUpperCase().formatHex(value));
    }
  }

  @Override
  public void end() {
    out.writeEndArray();
    out.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    out.writeEndArray();
    out.writeRaw("\n");
    out.close();
    writer.close();
  }
}
