package org.binnacle.diagnosis.innodb;

import java.util.LinkedHashMap;
import java.util.Map;

/// InnoDB's figures as a document of maps, lists, texts and numbers. Members are never renamed; new
/// ones may come.
public final class InnoDbDocument {
  private InnoDbDocument() {}

  public static Map<String, Object> of(InnoDbScene scene) {
    var document = new LinkedHashMap<String, Object>();
    document.put("instance", scene.instance().name());
    document.put("address", scene.instance().address());
    document.put("at", scene.at().toString());
    document.put("took_us", scene.took().toNanos() / 1_000);
    document.put("measured_ms", scene.measured().toMillis());
    document.put("summary", scene.summary());
    document.put("figures", scene.figures().stream().map(InnoDbDocument::figure).toList());
    document.put("notes", scene.notes());
    document.put(
        "denied",
        scene.denied().stream()
            .map(one -> Map.<String, Object>of("what", one.what(), "grant", one.grant()))
            .toList());
    return document;
  }

  private static Map<String, Object> figure(Figure figure) {
    var document = new LinkedHashMap<String, Object>();
    document.put("key", figure.key());
    document.put("group", figure.group());
    document.put("name", figure.name());
    document.put("value", figure.value());
    document.put("number", Double.isNaN(figure.number()) ? null : (Double) figure.number());
    document.put("severity", figure.severity().name());
    document.put("words", figure.words());
    return document;
  }
}
