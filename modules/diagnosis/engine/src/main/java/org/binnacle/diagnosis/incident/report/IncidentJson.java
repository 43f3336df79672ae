package org.binnacle.diagnosis.incident.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.binnacle.diagnosis.incident.Finding;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Safety;
import org.binnacle.kernel.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Incidents as JSON, both ways. Reading takes texts and numbers only: nothing in a file becomes
/// code, a class name or a path.
public final class IncidentJson {
  static final String FORMAT = "binnacle-incident";
  static final int VERSION = 1;

  /// Larger than anything that we write.
  static final int LARGEST = 64 * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(LARGEST)
                          .maxDocumentLength(LARGEST)
                          .build())
                  .build())
          .build();

  private IncidentJson() {}

  /// One document.
  public static String write(Incident incident) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION);
    root.put("id", incident.id()).put("at", incident.at().toString());
    root.put("took_ms", incident.took().toMillis()).put("title", incident.title());
    root.put("trigger", incident.trigger()).put("note", incident.note());
    root.put("masked", incident.masked());
    ArrayNode findings = root.putArray("findings");
    incident.findings().forEach(finding -> write(findings.addObject(), finding));
    ArrayNode recorded = root.putArray("instances");
    incident.recorded().forEach(one -> write(recorded.addObject(), one));
    return MAPPER.writeValueAsString(root);
  }

  private static void write(ObjectNode to, Finding finding) {
    to.put("rule", finding.rule()).put("severity", low(finding.severity()));
    to.put("instance", finding.instance()).put("words", finding.words());
    ArrayNode evidence = to.putArray("evidence");
    finding.evidence().forEach(evidence::add);
    to.put("next", finding.next());
  }

  private static void write(ObjectNode to, Recorded one) {
    write(to.putObject("instance"), one.instance());
    to.put("version", one.version()).put("flavour", one.flavour());
    ArrayNode parts = to.putArray("parts");
    one.parts().forEach(part -> write(parts.addObject(), part));
  }

  private static void write(ObjectNode to, InstanceRef ref) {
    to.put("id", ref.id())
        .put("name", ref.name())
        .put("address", ref.address())
        .put("environment", ref.environment())
        .put("colour", ref.colour())
        .put("safety", ref.safety().name())
        .put("cluster", ref.cluster());
  }

  private static void write(ObjectNode to, Part part) {
    to.put("step", part.step()).put("version", part.version());
    to.put("status", low(part.status())).put("detail", part.detail());
    to.put("ms", part.ms()).put("bytes", part.bytes());
    content(to, part);
  }

  private static void content(ObjectNode to, Part part) {
    ObjectNode grids = to.putObject("grids");
    part.grids()
        .forEach(
            (name, grid) -> {
              ObjectNode node = grids.putObject(name);
              ArrayNode columns = node.putArray("columns");
              grid.columns().forEach(columns::add);
              ArrayNode rows = node.putArray("rows");
              grid.rows()
                  .forEach(
                      row -> {
                        ArrayNode cells = rows.addArray();
                        row.forEach(cells::add);
                      });
              if (grid.cut()) {
                node.put("cut", true);
              }
            });
    ObjectNode texts = to.putObject("texts");
    part.texts().forEach(texts::put);
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// The content of one part, for the store.
  public static String content(Part part) {
    ObjectNode node = MAPPER.createObjectNode();
    content(node, part);
    return MAPPER.writeValueAsString(node);
  }

  /// A part from the store: its content, beside what is kept in columns.
  public static Part part(
      String step, int version, String status, String detail, long ms, long bytes, String content) {
    return part(tree(content), step, version, status(status), detail, ms, bytes);
  }

  /// The instances of a record, for the store.
  public static String instances(List<InstanceRef> instances) {
    ArrayNode array = MAPPER.createArrayNode();
    instances.forEach(one -> write(array.addObject(), one));
    return MAPPER.writeValueAsString(array);
  }

  public static List<InstanceRef> instances(String json) {
    var instances = new ArrayList<InstanceRef>();
    tree(json).forEach(node -> instances.add(instance(node)));
    return instances;
  }

  /// The findings of an incident, for the store.
  public static String findings(List<Finding> findings) {
    ArrayNode array = MAPPER.createArrayNode();
    findings.forEach(finding -> write(array.addObject(), finding));
    return MAPPER.writeValueAsString(array);
  }

  public static List<Finding> findings(String json) {
    return findings(tree(json));
  }

  /// @throws Fault with a code of {@link IncidentFaults} where it is no incident
  public static Incident read(String json) {
    if (json.length() > LARGEST) {
      throw new Fault(IncidentFaults.TOO_LARGE, json.length() / 1024 / 1024 + " MB");
    }
    JsonNode root = tree(json);
    if (!root.path("format").asString("").equals(FORMAT)) {
      throw new Fault(IncidentFaults.NOT_ONE, "it does not say \"format\": \"" + FORMAT + "\"");
    }
    if (root.path("version").asInt(0) > VERSION) {
      throw new Fault(
          IncidentFaults.NEWER, "version " + root.path("version").asInt(0) + ", this one reads 1");
    }
    try {
      var recorded = new ArrayList<Recorded>();
      root.path("instances").forEach(node -> recorded.add(recorded(node)));
      return new Incident(
          UUID.fromString(root.path("id").asString("")).toString(),
          Instant.parse(root.path("at").asString("")),
          Duration.ofMillis(root.path("took_ms").asLong(0)),
          text(root, "title"),
          text(root, "trigger"),
          text(root, "note"),
          root.path("masked").asBoolean(false),
          recorded,
          findings(root.path("findings")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Fault(IncidentFaults.NOT_ONE, String.valueOf(e.getMessage()), e);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new Fault(IncidentFaults.NOT_ONE, "it is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static List<Finding> findings(JsonNode array) {
    var findings = new ArrayList<Finding>();
    for (JsonNode node : array) {
      var evidence = new ArrayList<String>();
      node.path("evidence").forEach(each -> evidence.add(each.asString("")));
      findings.add(
          new Finding(
              text(node, "rule"),
              severity(text(node, "severity")),
              text(node, "instance"),
              text(node, "words"),
              evidence,
              text(node, "next")));
    }
    return findings;
  }

  private static Severity severity(String text) {
    try {
      return Severity.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Severity.UNKNOWN;
    }
  }

  private static Part.Status status(String text) {
    try {
      return Part.Status.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Part.Status.FAILED;
    }
  }

  private static Recorded recorded(JsonNode node) {
    var parts = new ArrayList<Part>();
    node.path("parts")
        .forEach(
            part ->
                parts.add(
                    part(
                        part,
                        text(part, "step"),
                        part.path("version").asInt(0),
                        status(text(part, "status")),
                        text(part, "detail"),
                        part.path("ms").asLong(0),
                        part.path("bytes").asLong(0))));
    return new Recorded(
        instance(node.path("instance")), text(node, "version"), text(node, "flavour"), parts);
  }

  private static InstanceRef instance(JsonNode ref) {
    return new InstanceRef(
        text(ref, "id"),
        text(ref, "name"),
        text(ref, "address"),
        text(ref, "environment"),
        text(ref, "colour"),
        safety(text(ref, "safety")),
        text(ref, "cluster"));
  }

  /// What is not understood is taken for the most careful.
  private static Safety safety(String text) {
    try {
      return Safety.valueOf(text);
    } catch (IllegalArgumentException unknown) {
      return Safety.STRICT;
    }
  }

  /// Content of a shape that is not known is kept as a raw text.
  private static Part part(
      JsonNode node,
      String step,
      int version,
      Part.Status status,
      String detail,
      long ms,
      long bytes) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    node.path("grids")
        .properties()
        .forEach(entry -> grid(entry.getKey(), entry.getValue(), grids, texts));
    node.path("texts")
        .properties()
        .forEach(
            entry ->
                texts.put(
                    entry.getKey(),
                    entry.getValue().isString()
                        ? entry.getValue().asString("")
                        : entry.getValue().toString()));
    if (grids.isEmpty() && texts.isEmpty() && !node.path("grids").isObject()) {
      texts.put("raw", node.toString());
    }
    return new Part(step, version, status, detail, ms, bytes, grids, texts);
  }

  private static void grid(
      String name, JsonNode node, Map<String, Grid> grids, Map<String, String> texts) {
    if (!node.path("columns").isArray() || !node.path("rows").isArray()) {
      texts.put(name, node.toString());
      return;
    }
    var columns = new ArrayList<String>();
    node.path("columns").forEach(each -> columns.add(each.asString("")));
    var rows = new ArrayList<List<String>>();
    for (JsonNode row : node.path("rows")) {
      var cells = new ArrayList<String>();
      row.forEach(cell -> cells.add(cell.isString() ? cell.asString("") : cell.toString()));
      while (cells.size() < columns.size()) {
        cells.add("");
      }
      rows.add(cells.subList(0, columns.size()));
    }
    grids.put(name, new Grid(columns, rows, node.path("cut").asBoolean(false)));
  }
}
