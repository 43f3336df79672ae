package org.binnacle.explain.history;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was known beside a plan, as JSON and back. Members that are missing read as empty, so that
/// older and newer texts are read alike.
final class BesideText {
  private BesideText() {}

  static String write(Beside beside) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("warnings");
      beside.warnings().forEach(json::writeString);
      json.writeEndArray();
      json.writeObjectPropertyStart("variables");
      beside.variables().forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeObjectPropertyStart("tables");
      beside
          .tables()
          .forEach(
              (name, table) -> {
                json.writeName(name);
                table(json, table);
              });
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void table(JsonGenerator json, TableInfo table) {
    json.writeStartObject();
    json.writeStringProperty("schema", table.schema());
    json.writeStringProperty("name", table.name());
    json.writeStringProperty("engine", table.engine());
    number(json, "rows", table.rows());
    number(json, "data", table.dataBytes());
    number(json, "index", table.indexBytes());
    json.writeNumberProperty("partitions", table.partitions());
    json.writeArrayPropertyStart("columns");
    table.columns().forEach(column -> column(json, column));
    json.writeEndArray();
    json.writeArrayPropertyStart("indexes");
    table.indexes().forEach(index -> index(json, index));
    json.writeEndArray();
    json.writeStringProperty("ddl", table.ddl());
    json.writeEndObject();
  }

  private static void column(JsonGenerator json, ColumnInfo column) {
    json.writeStartObject();
    json.writeStringProperty("name", column.name());
    json.writeStringProperty("type", column.type());
    json.writeBooleanProperty("nullable", column.nullable());
    column.defaultValue().ifPresent(value -> json.writeStringProperty("default", value));
    json.writeStringProperty("extra", column.extra());
    json.writeStringProperty("collation", column.collation());
    json.writeStringProperty("comment", column.comment());
    json.writeEndObject();
  }

  private static void index(JsonGenerator json, IndexInfo index) {
    json.writeStartObject();
    json.writeStringProperty("name", index.name());
    json.writeBooleanProperty("unique", index.unique());
    json.writeStringProperty("type", index.type());
    json.writeBooleanProperty("visible", index.visible());
    json.writeArrayPropertyStart("parts");
    for (IndexInfo.Part part : index.parts()) {
      json.writeStartObject();
      json.writeStringProperty("column", part.column());
      part.expression().ifPresent(text -> json.writeStringProperty("expression", text));
      number(json, "prefix", part.prefix());
      json.writeBooleanProperty("descending", part.descending());
      number(json, "cardinality", part.cardinality());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, OptionalLong value) {
    if (value.isPresent()) {
      json.writeNumberProperty(name, value.getAsLong());
    }
  }

  static Beside read(String text) {
    Document document = Document.read(text);
    Map<String, String> variables = new LinkedHashMap<>();
    document.object("variables").texts().forEach(variables::put);
    Map<String, TableInfo> tables = new LinkedHashMap<>();
    document.object("tables").objects().forEach((name, table) -> tables.put(name, table(table)));
    return new Beside(document.list("warnings"), tables, variables);
  }

  private static TableInfo table(Document table) {
    return new TableInfo(
        table.text("schema"),
        table.text("name"),
        table.text("engine"),
        table.number("rows"),
        table.number("data"),
        table.number("index"),
        (int) table.number("partitions").orElse(0),
        table.items("columns").stream().map(BesideText::column).toList(),
        table.items("indexes").stream().map(BesideText::index).toList(),
        table.text("ddl"));
  }

  private static ColumnInfo column(Document column) {
    return new ColumnInfo(
        column.text("name"),
        column.text("type"),
        column.is("nullable"),
        column.has("default") ? Optional.of(column.text("default")) : Optional.empty(),
        column.text("extra"),
        column.text("collation"),
        column.text("comment"));
  }

  private static IndexInfo index(Document index) {
    List<IndexInfo.Part> parts =
        index.items("parts").stream()
            .map(
                part ->
                    new IndexInfo.Part(
                        part.text("column"),
                        part.has("expression")
                            ? Optional.of(part.text("expression"))
                            : Optional.empty(),
                        part.number("prefix"),
                        part.is("descending"),
                        part.number("cardinality")))
            .toList();
    return new IndexInfo(
        index.text("name"), index.is("unique"), index.text("type"), index.is("visible"), parts);
  }
}
